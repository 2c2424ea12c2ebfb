package org.plantdeck.app.records;

import org.plantdeck.app.fixture.Recording;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.LongStream;

/** Readings of a second each whose power is their number, and a database of them. */
final class StoredReadings {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    static final StoredTag POWER =
            new StoredTag(
                    FactorySource.ENERGY.topic(),
                    "power_consumption",
                    "power_consumption",
                    TagType.NUMBER);

    private StoredReadings() {}

    /** The reading of a second after START. */
    static Reading reading(String run, long second) {
        return new Reading(
                FactorySource.ENERGY,
                run,
                second,
                START.plusSeconds(second),
                Leaves.builder().put("power_consumption", Value.of((double) second)).build());
    }

    /** Stores the readings of the seconds from one to another, both included. */
    static void store(Path database, String run, long from, long to) throws StoreFailure {
        try (ReadingStore store = Recording.open(database)) {
            store.append(
                    ReadingBatch.of(
                            LongStream.rangeClosed(from, to)
                                    .mapToObj(it -> reading(run, it))
                                    .toList()));
        }
    }
}
