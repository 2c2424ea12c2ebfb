package org.plantdeck.historian.export;

import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A historian's database to export from, and a folder to export to. */
abstract class ExportGround {

    static final String COUNT = "factory/line1/production_count";
    static final String PEOPLE = "factory/environment/people";
    static final int READINGS = 2_500;

    @TempDir Path folder;
    Path database;

    @TempDir private Path stored;

    @BeforeEach
    void record() throws Exception {
        database = stored.resolve("historian.db");
        List<Reading> readings = new ArrayList<>();
        for (long sequence = 1; sequence <= READINGS; sequence++) {
            readings.add(line(sequence));
            if (sequence % 2 == 0) {
                readings.add(reading(FactorySource.ENVIRONMENT, "r1", sequence));
            }
        }
        try (ReadingStore store = SqliteReadingStore.open(database)) {
            store.append(ReadingBatch.of(readings));
        }
    }

    static ExportRequest request(String... tags) {
        return new ExportRequest(List.of(tags), Instant.MIN, Instant.MAX);
    }

    String csv(ExportRequest request, ExportForm form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.toStream(
                () -> RecordedHistory.open(database), request, form, out, ExportProgress.NONE);
        return out.toString(UTF_8);
    }

    Path file(ExportFormat format) {
        return folder.resolve("out." + format.ending());
    }
}
