package org.plantdeck.historian.archive;

import org.plantdeck.historian.store.StoreFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which files an archive has in its folder: one with the catalogue and what is not sealed yet, one
 * for each day (of UTC), and one for what each month came to by the minute. Threads: any.
 *
 * @param folder theirs alone
 */
record ArchiveFiles(Path folder) {

    private static final String DAY = "day-";
    private static final String MINUTES = "minutes-";
    private static final String ENDING = ".db";
    private static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal");

    /** The catalogue and what is not sealed yet. */
    Path head() {
        return folder.resolve("archive.db");
    }

    Path lock() {
        return folder.resolve("archive.lock");
    }

    Path day(LocalDate date) {
        return folder.resolve(DAY + date + ENDING);
    }

    Path minutes(YearMonth month) {
        return folder.resolve(MINUTES + month + ENDING);
    }

    /**
     * The files there were at one moment.
     *
     * @param days by their date
     * @param months the minutes of each
     */
    record There(TreeMap<LocalDate, Path> days, TreeMap<YearMonth, Path> months) {

        /** None. */
        static There nothing() {
            return new There(new TreeMap<>(), new TreeMap<>());
        }

        private void add(Path path) {
            String name = path.getFileName().toString();
            middle(name, DAY)
                    .flatMap(it -> parsed(it, LocalDate::parse))
                    .ifPresent(it -> days.put(it, path));
            middle(name, MINUTES)
                    .flatMap(it -> parsed(it, YearMonth::parse))
                    .ifPresent(it -> months.put(it, path));
        }

        private static Optional<String> middle(String name, String beginning) {
            return name.startsWith(beginning) && name.endsWith(ENDING)
                    ? Optional.of(
                            name.substring(beginning.length(), name.length() - ENDING.length()))
                    : Optional.empty();
        }
    }

    /** The files of days there are. */
    TreeMap<LocalDate, Path> days() throws StoreFailure {
        return there().days();
    }

    /** The files of months there are. */
    TreeMap<YearMonth, Path> months() throws StoreFailure {
        return there().months();
    }

    /** All files there are. */
    There there() throws StoreFailure {
        There there = There.nothing();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(there::add);
        } catch (IOException | UncheckedIOException e) {
            throw failure("The folder " + folder + " cannot be read; check its rights", e);
        }
        return there;
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether a crash came while a file was made: its first journal is still there. */
    static boolean isHalfMade(Path database) {
        return Files.exists(Path.of(database + "-journal"));
    }

    /** What a file and its log take, in bytes. */
    static long bytes(Path database) {
        return BESIDE.stream().mapToLong(it -> size(Path.of(database + it))).sum();
    }

    /** When a file or its log was last written to, in milliseconds since 1970; 0 where unknown. */
    static long writtenMs(Path database) {
        return BESIDE.stream().mapToLong(it -> modified(Path.of(database + it))).max().orElse(0);
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException absent) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException absent) {
            return 0;
        }
    }

    /**
     * Removes a file and its log.
     *
     * @return whether all of it is gone; not where another program on Windows has it open
     */
    static boolean remove(Path database) {
        boolean isGone = true;
        for (String ending : BESIDE) {
            try {
                Files.deleteIfExists(Path.of(database + ending));
            } catch (IOException e) {
                isGone = false;
            }
        }
        return isGone;
    }

    static StoreFailure failure(String sentence, Exception cause) {
        return new StoreFailure(StoreFailure.Kind.LASTING, sentence, cause);
    }
}
