package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.archive.ArchiveReader;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.PartLock;

import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code plantdeck demo-data} makes and refuses. */
class DemoDataCommandTest {

    @TempDir private Path data;

    private String run(int code, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "demo-data";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        Outcome outcome = Outcome.of(arguments);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        return outcome.err();
    }

    @Test
    void aDayOfAFewTagsIsThere() throws Exception {
        run(0, "--days", "1", "--tags", "3");
        try (ArchiveReader reader = ArchiveReader.open(data.resolve("history"))) {
            assertThat(reader.tags())
                    .extracting(it -> it.name())
                    .containsExactly(
                            "demo/area1/machine1.speed",
                            "demo/area1/machine1.temperature",
                            "demo/area1/machine1.power");
        }
        Path csv = data.resolve("out.csv");
        Outcome exported =
                Outcome.of(
                        "export",
                        "--data",
                        data.toString(),
                        "--tags",
                        "demo/area1/machine1.temperature",
                        "--interval",
                        "1h",
                        "--out",
                        csv.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(Files.readAllLines(csv)).hasSizeBetween(25, 26);
    }

    @Test
    void itIsRefusedWhileAHistorianRunsAndBeyondItsRange() {
        assertThat(run(2, "--days", "0")).contains("--days is 0, must be a whole number from 1");
        assertThat(run(2, "--tags", "10001")).contains("--tags is 10001, must be");
        try (PartLock lock = new DataDirectory(data).lock("historian")) {
            assertThat(lock).isNotNull();
            assertThat(run(2)).contains("historian of " + data + " is held by process");
        }
        assertThat(data.resolve("history")).doesNotExist();
    }
}
