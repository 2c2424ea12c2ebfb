package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
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
        Process writer =
                new ProcessBuilder(
                                STRACE.toString(),
                                "-f",
                                "-y",
                                "-xx",
                                "-s",
                                "10000000",
                                "-e",
                                "trace=write,pwrite64,ftruncate,fsync,fdatasync,unlink",
                                "-o",
                                trace.toString(),
                                ProcessHandle.current().info().command().orElse("java"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PowerCutWriter.class.getName(),
                                work.toString(),
                                Integer.toString(APPENDS),
                                synchronous)
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
                lost +=
                        (long) appends * PowerCutWriter.SECONDS * PowerCutWriter.TAGS
                                - found(after, appends);
            }
        }
        return lost;
    }

    /** How many of the readings of some appends are there, as they were. */
    private static long found(Path after, int appends) throws StoreFailure, SQLException {
        Archive.open(after, InstantSource.system()).close();
        requireSound(after);
        long[] found = new long[1];
        long end = PowerCutWriter.START + (long) appends * PowerCutWriter.SECONDS * 1_000;
        try (ArchiveReader reader = ArchiveReader.open(after)) {
            for (ArchivedTag tag : reader.tags()) {
                reader.scan(
                        new SampleRange(tag.id(), 1, PowerCutWriter.START, end),
                        part -> {
                            for (int i = 0; i < part.size(); i++) {
                                boolean isRight =
                                        part.has(i)
                                                && part.value(i)
                                                        .equals(
                                                                PowerCutWriter.value(
                                                                        tag.id(), part.timeMs(i)));
                                found[0] += isRight ? 1 : 0;
                            }
                            return true;
                        });
            }
            assertThat(reader.damages()).isEmpty();
        }
        return found[0];
    }

    private static void requireSound(Path after) throws StoreFailure, SQLException {
        ArchiveFiles files = new ArchiveFiles(after);
        List<Path> all = new ArrayList<>(files.days().values());
        all.addAll(files.months().values());
        all.add(files.head());
        for (Path file : all) {
            try (Connection connection =
                            new SqliteFile(file).openForReading(Duration.ofSeconds(1));
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).as(file.toString()).isEqualTo("ok");
            }
        }
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
