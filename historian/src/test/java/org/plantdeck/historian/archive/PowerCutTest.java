package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The power fails at 50 random points of a writer's work, each time with another rest of it. */
class PowerCutTest {

    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final int APPENDS = 80;
    private static final int CUTS = 50;

    @TempDir Path folder;

    @BeforeAll
    static void requireStrace() {
        if (!Files.isExecutable(STRACE) && Boolean.getBoolean("peers.required")) {
            fail("strace is not installed, and -Dpeers.required=true wants its tests run");
        }
        assumeTrue(Files.isExecutable(STRACE), "strace is not installed");
    }

    private RecordedDisk recorded(String synchronous) throws IOException, InterruptedException {
        Path work = Files.createDirectory(folder.resolve(synchronous)).toRealPath();
        Path trace = folder.resolve(synchronous + ".trace");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                STRACE.toString(),
                                "-f",
                                "-y",
                                "-xx",
                                "-s",
                                "10000000",
                                "-e",
                                "trace=write,pwrite64,ftruncate,fsync,fdatasync,unlink",
                                "-o",
                                trace.toString()));
        command.addAll(PowerCutWriter.command(work, synchronous, 0, APPENDS));
        Process writer =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(synchronous + ".log").toFile())
                        .start();
        assertThat(writer.waitFor()).as(() -> read(folder.resolve(synchronous + ".log"))).isZero();
        return new RecordedDisk(work, trace);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** How many readings of those said to be durable are gone after some cuts. */
    private long lost(RecordedDisk disk) throws Exception {
        Random random = new Random(2_026);
        long lost = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            int point = 1 + random.nextInt(disk.size());
            Path after = Files.createDirectory(folder.resolve("cut-" + disk.hashCode() + cut));
            disk.restore(point, random, after);
            int appends = disk.saidBefore(point);
            if (appends > 0) {
                lost += DurableReadings.lost(after, appends);
            }
        }
        return lost;
    }

    @Test
    void nothingThatWasDurableIsLost() throws Exception {
        assertThat(lost(recorded("FULL"))).isZero();
    }

    /** The same with less care, so that it is known to find what it looks for. */
    @Test
    void withoutASyncAtEachCommitSomeIsLost() throws Exception {
        assertThat(lost(recorded("NORMAL"))).isPositive();
    }
}
