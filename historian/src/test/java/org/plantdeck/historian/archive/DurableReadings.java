package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks for what a {@link PowerCutWriter} said to be durable. */
final class DurableReadings {

    private DurableReadings() {}

    /**
     * How many readings of the first appends a writer said to be durable are not there as they
     * were.
     */
    static long lost(Path after, int appends) throws StoreFailure, SQLException {
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
        return (long) appends * PowerCutWriter.SECONDS * PowerCutWriter.TAGS - found[0];
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
}
