package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/** A writer is killed 30 times, each time after another append, and goes on in the same archive. */
@Timeout(180)
class KilledWriterTest {

    private static final int KILLS = 30;
    private static final int MANY = 100_000;
    private static final int APPENDS_MAX = 12;

    @TempDir private Path folder;

    @Test
    void nothingThatWasDurableIsLost() throws Exception {
        Random random = new Random(2_026);
        int durable = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            durable = written(durable, 1 + random.nextInt(APPENDS_MAX));
        }
        assertThat(DurableReadings.lost(folder, durable)).isZero();
    }

    /** Lets a writer go on until some more appends are durable, and kills it in its work. */
    private int written(int durable, int more) throws Exception {
        Process writer =
                new ProcessBuilder(PowerCutWriter.command(folder, "FULL", durable, MANY))
                        .redirectError(folder.resolveSibling("killed.log").toFile())
                        .start();
        int next = durable;
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
            while (next < durable + more) {
                assertThat(said.readLine()).isEqualTo("durable " + next);
                next++;
            }
            writer.toHandle().destroyForcibly(); // what it has said can still be read
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                next += line.equals("durable " + next) ? 1 : 0;
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return next;
    }
}
