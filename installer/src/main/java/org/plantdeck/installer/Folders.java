package org.plantdeck.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Folders that are made anew, and what lies in them. Threads: any. */
final class Folders {

    private Folders() {}

    /** Removes a folder with all that is in it; does nothing where there is none. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Folders::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder with nothing in it. */
    static Path empty(Path folder) throws IOException {
        remove(folder);
        return Files.createDirectories(folder);
    }

    /** The files of a folder itself that are wanted, by name. */
    static List<Path> files(Path folder, Predicate<String> wanted) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(it -> wanted.test(it.getFileName().toString())).sorted().toList();
        }
    }

    /** Gives everything below a folder the same time. */
    static void date(Path folder, FileTime time) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(it -> !Files.isSymbolicLink(it)).toList()) {
                Files.setLastModifiedTime(each, time);
            }
        }
    }

    /** How many bytes the files below a folder have. */
    static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
        }
    }
}
