package org.plantdeck.plantruntime.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lists of texts.
 *
 * @param requirement what they must be
 */
record TextsKind(String requirement) implements Kind<List<String>> {

    /** Separates the elements of a list in one text. */
    static final String SEPARATOR = ",";

    @Override
    public Optional<List<String>> read(String text) {
        return Optional.of(
                Arrays.stream(text.split(SEPARATOR))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    @Override
    public String write(List<String> value) {
        return String.join(SEPARATOR, value);
    }
}
