package org.plantdeck.app.energy;

import org.plantdeck.app.history.Archive;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/**
 * Energy and bottles of the day: what the historian has, and from then on what arrives. Threads:
 * any.
 */
final class DayBooks implements LiveListener {

    private final Archive<HistorianQueries> archive;
    private final ZoneId zone;
    private final HourBook energy;
    private final BottleBook bottles;
    private volatile String run = "";

    /**
     * @param zone whose days they are
     */
    DayBooks(Archive<HistorianQueries> archive, ZoneId zone) {
        this.archive = archive;
        this.zone = zone;
        energy = new HourBook(zone);
        bottles = new BottleBook(zone);
    }

    /** Reads what was before a moment; fails where the historian's database cannot be read. */
    CompletableFuture<Void> load(Instant until) {
        String its = run;
        return archive.ask(
                        queries -> {
                            DayHistory history = new DayHistory(queries, its, zone, until);
                            history.readInto(energy);
                            history.readInto(bottles);
                            return its;
                        })
                .thenAccept(_ -> {});
    }

    @Override
    public void reading(Reading reading) {
        run = reading.run();
        energy.begin(reading.run());
        bottles.begin(reading.run());
        if (reading.source() == FactorySource.ENERGY) {
            energy.add(
                    reading.run(),
                    reading.measuredAt(),
                    reading.values().get("energy_total").asDouble());
        } else if (reading.source() == FactorySource.LINE) {
            OptionalDouble count = reading.values().number("production_count");
            count.ifPresent(it ->
                    bottles.add(
                            reading.run(),
                            new BottleBook.Count(
                                    reading.measuredAt(),
                                    reading.values().text("shift.name"),
                                    (long) it)));
        }
    }

    /** The energy of the day of the newest reading. */
    HourBook.Day energy() {
        return energy.day();
    }

    /** The bottles of the day of the newest reading. */
    Optional<BottleBook.Day> bottles() {
        return bottles.day();
    }
}
