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
 * @param name as its authors call it
 * @param version the one that is used
 * @param licence the licences one may choose from, as its authors name them
 * @param address where it comes from; may be empty
 */
record Library(String name, String version, String licence, String address) {

    /** What the build cannot see: it lies among our own files. */
    private static final List<Library> INSIDE =
            List.of(
                    new Library(
                            "B612", "1.008", "SIL Open Font License 1.1", "https://b612-font.com"),
                    new Library(
                            "Feather icons", "4.29", "MIT License", "https://feathericons.com"));

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
            List<Built> built = text.lines().map(Built::of).flatMap(Optional::stream).toList();
            Stream<Library> named =
                    built.stream()
                            .map(it -> it.named(built.stream().filter(it::isCalledLike).count()));
            return Stream.concat(INSIDE.stream(), named)
                    .sorted(Comparator.comparing(it -> it.name().toLowerCase(Locale.ROOT)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("third-party.txt", e);
        }
    }

    /** A library as the build lists it. */
    private record Built(String artifact, Library library) {

        /** A line: group and artifact, version, name, licences, address; tabs between them. */
        static Optional<Built> of(String line) {
            String[] parts = line.split("\t", -1);
            return parts.length < 5
                    ? Optional.empty()
                    : Optional.of(
                            new Built(
                                    parts[0].substring(parts[0].indexOf(':') + 1),
                                    new Library(parts[2], parts[1], parts[3], parts[4])));
        }

        boolean isCalledLike(Built other) {
            return library.name().equals(other.library.name());
        }

        /** Where several have the same name, the artifact tells them apart. */
        Library named(long so) {
            return so < 2
                    ? library
                    : new Library(
                            library.name() + " · " + artifact,
                            library.version(),
                            library.licence(),
                            library.address());
        }
    }
}
