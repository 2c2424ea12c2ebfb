package org.plantdeck.plantruntime.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Logs of windows that are closed do not pile up. */
class LogFolderTest {

    /** Above any number Linux gives. */
    private static final long NOBODY = Integer.MAX_VALUE - 100L;

    @TempDir Path folder;

    private void write(String name, long second) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000 * second));
    }

    @Test
    void ofProcessesThatRunNoMoreTheNewestFilesStay() throws IOException {
        for (int i = 1; i <= 4; i++) {
            write("screen-hmi1-" + (NOBODY + i) + ".log", i);
        }
        write("screen-hmi2-" + ProcessHandle.current().pid() + ".log", 0);
        write("plantdeck.log", 0);
        write("plantdeck.1.log", 0);
        write("plc1.log", 0);
        write("plantdeck-20261115.log", 0);
        write("screen-copy-123456789012345678901.log", 0);

        new LogFolder(folder).tidy(2);

        List<String> names = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.forEach(it -> names.add(String.valueOf(it.getFileName())));
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "screen-hmi1-" + (NOBODY + 4) + ".log",
                        "screen-hmi1-" + (NOBODY + 3) + ".log",
                        "screen-hmi2-" + ProcessHandle.current().pid() + ".log",
                        "plantdeck.log",
                        "plantdeck.1.log",
                        "plc1.log",
                        "plantdeck-20261115.log",
                        "screen-copy-123456789012345678901.log");
    }

    @Test
    void aFolderThatIsNotThereIsTidy() {
        new LogFolder(folder.resolve("none")).tidy(1);
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
