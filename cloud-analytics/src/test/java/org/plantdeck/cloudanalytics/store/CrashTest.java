package org.plantdeck.cloudanalytics.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.cloudanalytics.gaps.GapPolicy;
import org.plantdeck.cloudanalytics.gaps.RunGaps;
import org.plantdeck.signal.AnalyticsWindow;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** A writer that is killed. */
class CrashTest {

    @TempDir Path directory;

    @Test
    void whatWasCommittedBeforeAKillIsThere() throws Exception {
        Path file = directory.resolve("analytics.db");
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashWriter.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long committed = 0;
        try (BufferedReader lines = writer.inputReader()) {
            for (int i = 0; i < 40; i++) {
                committed = Long.parseLong(lines.readLine());
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }

        try (AnalyticsDatabase database = AnalyticsDatabase.open(file)) {
            List<Long> stored =
                    database.windows().between("r", 0, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                            .map(AnalyticsWindow::sequence)
                            .toList();
            RunGaps gaps = database.runs().ledger(GapPolicy.USUAL).find("r").orElseThrow();
            assertThat(stored).hasSizeGreaterThanOrEqualTo((int) committed);
            assertThat(stored).isEqualTo(LongStream.rangeClosed(1, gaps.newest()).boxed().toList());
            assertThat(gaps.missing()).isEmpty();
        }
    }
}
