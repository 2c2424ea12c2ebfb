package org.plantdeck.historian;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.HistorianSettings.Keeping;
import org.plantdeck.historian.ingest.FreeSpace;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A historian on a link and a disk that do what a test says. */
abstract class RunningHistorian {

    static final URI BROKER = URI.create("tcp://127.0.0.1:1883");
    static final Duration SOON = Duration.ofMillis(10);
    static final Duration LATE = Duration.ofSeconds(10);
    final InstantSource wallClock = InstantSource.system();

    @TempDir Path folder;
    Path database;
    FaultyStores stores;
    FakeLink link;
    Historian historian;

    @BeforeEach
    void start() {
        database = folder.resolve("data").resolve("historian.db");
        stores = new FaultyStores(database);
        startHistorian(SOON, Keeping.DEFAULT.retention());
    }

    @AfterEach
    void close() {
        historian.close();
    }

    void startHistorian(Duration commitInterval, Duration retention) {
        link = new FakeLink();
        historian =
                new Historian(
                        HistorianSettings.of(BROKER, database)
                                .keeping(keeping(retention))
                                .committing(commitInterval),
                        link,
                        wallClock,
                        new Historian.Engine(stores, Optional.empty()),
                        FreeSpace.OF_DISK);
        historian.start();
    }

    static Keeping keeping(Duration retention) {
        return new Keeping(retention, Keeping.DEFAULT.minutes(), 0, 0);
    }

    void restart(Duration commitInterval) {
        historian.close();
        startHistorian(commitInterval, Keeping.DEFAULT.retention());
    }

    List<Long> storedLines() throws StoreFailure {
        try (HistorianQueries queries = HistorianQueries.openReadOnly(database)) {
            return queries.latest(FactorySource.LINE.topic(), 1000).stream()
                    .map(StoredReading::sequence)
                    .toList()
                    .reversed();
        }
    }

    static long figure(Health health, String name) {
        return (long) health.figures().number(name).orElseThrow();
    }
}
