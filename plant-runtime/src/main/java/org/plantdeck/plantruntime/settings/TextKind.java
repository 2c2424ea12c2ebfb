package org.plantdeck.plantruntime.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Texts, or words of a list.
 *
 * @param requirement what the text must be
 * @param words the words allowed, in lower case; empty where any text is
 */
record TextKind(String requirement, List<String> words) implements Kind<String> {

    @Override
    public Optional<String> read(String text) {
        String stripped = text.strip();
        if (words.isEmpty()) {
            return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
        }
        String lower = stripped.toLowerCase(Locale.ROOT);
        return words.contains(lower) ? Optional.of(lower) : Optional.empty();
    }

    @Override
    public String write(String value) {
        return value;
    }
}
