package org.plantdeck.app.parts;

import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.PartName;

import java.util.Arrays;

/** The parts in words. Threads: any. */
public final class PartWords {

    private static final Words WORDS = Words.of(PartWords.class);

    private PartWords() {}

    /** A part in words; one that is not of this program by its own name. */
    public static String name(String component) {
        return Arrays.stream(PartName.values()).anyMatch(it -> it.component().equals(component))
                ? WORDS.say("part-" + component)
                : component;
    }
}
