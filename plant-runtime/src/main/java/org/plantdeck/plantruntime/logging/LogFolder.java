package org.plantdeck.plantruntime.logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The log files of a data directory. Threads: any; it reads the disk.
 *
 * @param folder where they are; it need not exist
 */
public record LogFolder(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(LogFolder.class);

    private static final Pattern ASIDE = Pattern.compile(".*\\.\\d+\\.log");

    /** Of a process that has no name of its own, such as one of many windows. */
    private static final Pattern OF_A_PROCESS =
            Pattern.compile("(?:screen-[a-z0-9-]+|screenshots)-(\\d{1,10})(?:\\.\\d+)?\\.log");

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

    /**
     * Removes what processes have left that are named by their number and run no more, but for the
     * newest of those.
     *
     * @param keep how many stay
     */
    void tidy(int keep) {
        try {
            List<LogFile> left =
                    files().stream()
                            .filter(LogFolder::isLeft)
                            .sorted(Comparator.comparing(LogFile::changed).reversed())
                            .toList();
            for (LogFile each : left.stream().skip(keep).toList()) {
                Files.deleteIfExists(each.path());
            }
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("folder", folder).setCause(e).log("Old logs stay");
        }
    }

    private static boolean isLeft(LogFile file) {
        Matcher name = OF_A_PROCESS.matcher(file.name());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static boolean isLog(Path path) {
        return String.valueOf(path.getFileName()).endsWith(".log") && Files.isRegularFile(path);
    }
}
