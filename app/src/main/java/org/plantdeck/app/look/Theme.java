package org.plantdeck.app.look;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The themes: one set of tokens each. */
public enum Theme {
    GREY,
    LIGHT,
    DARK;

    /** Its name in settings and file names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of a word. */
    public static Optional<Theme> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** The one that follows, and after the last the first. */
    public Theme next() {
        return switch (this) {
            case GREY -> LIGHT;
            case LIGHT -> DARK;
            case DARK -> GREY;
        };
    }
}
