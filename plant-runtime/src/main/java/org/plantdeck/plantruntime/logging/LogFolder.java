package org.plantdeck.plantruntime.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The log files of a data directory. Threads: any; it reads the disk.
 *
 * @param folder where they are; it need not exist
 */
public record LogFolder(Path folder) {

    private static final Pattern ASIDE = Pattern.compile(".*\\.\\d+\\.log");

    /**
     * A log file.
     *
     * @param path where it is
     * @param bytes how large it is
     * @param changed when something was last written to it
     * @param aside whether it was put aside, so that nothing is written to it any more
     */
    public record LogFile(Path path, long bytes, Instant changed, boolean aside) {

        /** Its name without the folder. */
        public String name() {
            return String.valueOf(path.getFileName());
        }
    }

    /**
     * The files, the one that was written to last first; none where there is no folder.
     *
     * @throws IOException where the folder cannot be read
     */
    public List<LogFile> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        List<LogFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(LogFolder::isLog).toList()) {
                BasicFileAttributes its = Files.readAttributes(path, BasicFileAttributes.class);
                files.add(
                        new LogFile(
                                path,
                                its.size(),
                                its.lastModifiedTime().toInstant(),
                                ASIDE.matcher(String.valueOf(path.getFileName())).matches()));
            }
        }
        files.sort(
                Comparator.comparing(LogFile::aside)
                        .thenComparing(Comparator.comparing(LogFile::changed).reversed()));
        return files;
    }

    private static boolean isLog(Path path) {
        return String.valueOf(path.getFileName()).endsWith(".log") && Files.isRegularFile(path);
    }
}
