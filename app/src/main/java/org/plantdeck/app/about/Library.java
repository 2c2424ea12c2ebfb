package org.plantdeck.app.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work of others that is in this program.
 *
 * @param name of the artifact, which tells it from its sisters
 * @param version the one that is used
 * @param licence the licences one may choose from
 */
record Library(String name, String version, String licence) {

    /** What the build cannot see: it lies among our own files. */
    private static final List<Library> INSIDE =
            List.of(
                    new Library("B612", "1.008", "SIL Open Font License 1.1"),
                    new Library("Feather icons", "4.29", "MIT License"));

    /**
     * All there are, by name.
     *
     * @throws UncheckedIOException where this program was not built as a whole
     */
    static List<Library> all() {
        try (InputStream list = Library.class.getResourceAsStream("third-party.txt")) {
            String text =
                    new String(
                            Objects.requireNonNull(list, "third-party.txt").readAllBytes(),
                            StandardCharsets.UTF_8);
            return Stream.concat(
                            INSIDE.stream(),
                            text.lines().map(Library::of).flatMap(Optional::stream))
                    .sorted(Comparator.comparing(it -> it.name().toLowerCase(Locale.ROOT)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("third-party.txt", e);
        }
    }

    /** A line of the build: group and artifact, version, licences; tabs between them. */
    private static Optional<Library> of(String line) {
        String[] parts = line.split("\t", -1);
        return parts.length < 3
                ? Optional.empty()
                : Optional.of(
                        new Library(
                                parts[0].substring(parts[0].indexOf(':') + 1), parts[1], parts[2]));
    }
}
