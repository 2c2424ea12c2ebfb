package org.plantdeck.historian.archive;

import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends to an archive and says the number of each append once it is durable; run in a process of
 * its own, that is watched or killed. Its arguments: the folder, SQLite's synchronous, the number
 * of the first append and how many there are.
 */
final class PowerCutWriter {

    static final long START = Instant.parse("2026-11-21T22:59:00Z").toEpochMilli();
    static final int TAGS = 3;

    /** Seconds an append holds, so that some hours are sealed on the way. */
    static final int SECONDS = 120;

    private PowerCutWriter() {}

    public static void main(String[] arguments) throws Exception {
        try (Archive archive = Archive.open(Path.of(arguments[0]), InstantSource.system())) {
            try (Statement statement = archive.head().createStatement()) {
                archive.head().commit();
                archive.head().setAutoCommit(true);
                statement.execute("PRAGMA synchronous=" + arguments[1]);
                statement.execute("PRAGMA wal_autocheckpoint=60");
                archive.head().setAutoCommit(false);
            }
            int lane = archive.lane("factory/line1", "a1");
            int[] tags = new int[TAGS];
            for (int i = 0; i < TAGS; i++) {
                tags[i] = archive.tag("factory/line1", new TagFacts("t" + i, "NUMBER", "", ""));
            }
            int first = Integer.parseInt(arguments[2]);
            int end = first + Integer.parseInt(arguments[3]);
            for (int append = first; append < end; append++) {
                archive.append(snapshots(append, lane, tags));
                System.out.println("durable " + append);
                System.out.flush();
                var _ = archive.sealNext();
            }
        }
    }

    /** The command that runs it. */
    static List<String> command(Path folder, String synchronous, int first, int count) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PowerCutWriter.class.getName(),
                folder.toString(),
                synchronous,
                Integer.toString(first),
                Integer.toString(count));
    }

    private static List<Snapshot> snapshots(int append, int lane, int[] tags) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            long time = START + (append * SECONDS + second) * 1_000L;
            Snapshot snapshot = Snapshot.atMs(lane, time);
            for (int tag : tags) {
                snapshot.add(tag, value(tag, time), Quality.GOOD);
            }
            snapshots.add(snapshot);
        }
        return snapshots;
    }

    /** What a tag was at an instant. */
    static Value value(int tag, long timeMs) {
        return Value.of((timeMs / 1_000 * 7_919 + tag) % 9_973 / 10.0);
    }
}
