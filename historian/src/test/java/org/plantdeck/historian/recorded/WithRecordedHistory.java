package org.plantdeck.historian.recorded;

import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A history in tables and an archive, with its writer and a reader. */
abstract class WithRecordedHistory {

    static final String LINE = FactorySource.LINE.topic();
    static final Retention LONG = Retention.of(Duration.ofDays(30));

    @TempDir Path folder;
    Path database;
    Instant now = START;
    ReadingStore store;
    HistorianQueries history;

    @BeforeEach
    void open() throws StoreFailure {
        database = folder.resolve("historian.db");
        openStore(LONG);
        history = RecordedHistory.open(database);
    }

    void openStore(Retention retention) throws StoreFailure {
        store =
                RecordingStore.open(
                        database, new RecordingStore.Rules(retention, false), () -> now);
    }

    @AfterEach
    void close() {
        history.close();
        store.close();
    }

    void append(Reading... readings) throws StoreFailure {
        store.append(ReadingBatch.of(List.of(readings)));
    }

    void observe(Observation... observations) throws StoreFailure {
        store.append(new ReadingBatch(List.of(), List.of(observations), 0, 0));
    }

    void settle() throws StoreFailure {
        boolean more = true;
        while (more) {
            more = store.prune(Duration.ofDays(30), 100);
        }
    }

    /** A reading so many seconds after START; the pressure is absent where it is not a number. */
    static Reading pressed(String run, long sequence, long second, double pressure) {
        Reading reading = at(FactorySource.LINE, run, sequence, START.plusSeconds(second));
        return with(
                reading, "pressure", Double.isNaN(pressure) ? Value.absent() : Value.of(pressure));
    }

    StoredTag tag(String topic, String key) throws StoreFailure {
        return history.tags(topic).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    TrendQuery query(Instant from, Instant to, int columns) throws StoreFailure {
        return new TrendQuery(
                LINE, List.of(tag(LINE, "pressure")), from, to, columns, Optional.empty());
    }

    static TrendSeries ask(HistorianQueries of, TrendQuery query) throws StoreFailure {
        return of.trend(query, () -> false).orElseThrow().getFirst();
    }
}
