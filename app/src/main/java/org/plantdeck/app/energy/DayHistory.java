package org.plantdeck.app.energy;

import org.plantdeck.app.energy.BottleBook.Count;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingCursor;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the meters said at each full hour of yesterday and today: a few hundred rows in many
 * small ranges, not the two days. Threads: that of the archive.
 */
final class DayHistory {

    private static final Duration NARROW = Duration.ofMinutes(1);

    private final HistorianQueries queries;
    private final String run;
    private final ZoneId zone;
    private final Instant until;

    /**
     * @param run whose readings count
     * @param until the end of what is read, which says what day it is
     */
    DayHistory(HistorianQueries queries, String run, ZoneId zone, Instant until) {
        this.queries = queries;
        this.run = run;
        this.zone = zone;
        this.until = until;
    }

    /** Enters the meter's marks. */
    void readInto(HourBook book) throws StoreFailure {
        List<StoredTag> meter = tags(FactorySource.ENERGY, List.of("energy_total"));
        if (meter.isEmpty()) {
            return;
        }
        LocalDate today = until.atZone(zone).toLocalDate();
        List<Instant> begins = new ArrayList<>(HourBook.begins(today.minusDays(1), zone));
        begins.addAll(HourBook.begins(today, zone));
        for (Instant begin : begins) {
            enter(book, meter, begin, begin.plus(HourBook.TOLERANCE));
        }
        enter(book, meter, today.atStartOfDay(zone).toInstant(), until);
    }

    private void enter(HourBook book, List<StoredTag> meter, Instant from, Instant to)
            throws StoreFailure {
        first(FactorySource.ENERGY, meter, from, earlier(to, until))
                .ifPresent(it ->
                        book.add(it.run(), it.measuredAt(), it.values().getFirst().asDouble()));
    }

    /** Enters the counter's looks, the last of each shift among them. */
    void readInto(BottleBook book) throws StoreFailure {
        List<StoredTag> counter =
                tags(FactorySource.LINE, List.of("production_count", "shift.name"));
        if (counter.size() < 2) {
            return;
        }
        List<Count> looks = new ArrayList<>();
        LocalDate today = until.atZone(zone).toLocalDate();
        List<Instant> begins = HourBook.begins(today, zone);
        for (int i = 0; i < begins.size() - 1; i++) {
            Optional<Count> look = count(counter, begins.get(i), earlier(begins.get(i + 1), until));
            if (look.isPresent()) {
                addShiftEnd(looks, counter, look.get());
                looks.add(look.get());
            }
        }
        if (!looks.isEmpty()) {
            addShiftEnd(looks, counter, new Count(until, "", 0));
        }
        book.addBefore(run, looks);
    }

    /** Adds the last look before the shift of the last one ended, if it ended before the next. */
    private void addShiftEnd(List<Count> looks, List<StoredTag> counter, Count next)
            throws StoreFailure {
        if (looks.isEmpty() || looks.getLast().shift().equals(next.shift())) {
            return;
        }
        Count last = looks.getLast();
        Instant after = next.at();
        while (Duration.between(last.at(), after).compareTo(NARROW) > 0) {
            Instant middle = last.at().plus(Duration.between(last.at(), after).dividedBy(2));
            Optional<Count> look = count(counter, middle, after);
            if (look.isPresent() && look.get().shift().equals(last.shift())) {
                last = look.get();
            } else {
                after = middle;
            }
        }
        looks.add(lastOfShift(counter, last, after));
    }

    private Count lastOfShift(List<StoredTag> counter, Count from, Instant to) throws StoreFailure {
        Count last = from;
        ReadingCursor rows =
                queries.open(new ReadingQuery(FactorySource.LINE.topic(), from.at(), to, counter));
        for (Optional<StoredReading> row = rows.next(); row.isPresent(); row = rows.next()) {
            Count look = count(row.get());
            if (row.get().run().equals(run) && look.shift().equals(from.shift())) {
                last = look;
            }
        }
        return last;
    }

    private Optional<Count> count(List<StoredTag> counter, Instant from, Instant to)
            throws StoreFailure {
        return first(FactorySource.LINE, counter, from, to).map(DayHistory::count);
    }

    private static Count count(StoredReading row) {
        double bottles = row.values().getFirst().asDouble();
        return new Count(
                row.measuredAt(),
                row.values().getLast().asText(),
                Double.isFinite(bottles) ? (long) bottles : 0);
    }

    private Optional<StoredReading> first(
            FactorySource source, List<StoredTag> tags, Instant from, Instant to)
            throws StoreFailure {
        if (!from.isBefore(to)) {
            return Optional.empty();
        }
        ReadingCursor rows = queries.open(new ReadingQuery(source.topic(), from, to, tags));
        Optional<StoredReading> row = rows.next();
        while (row.isPresent() && !row.get().run().equals(run)) {
            row = rows.next();
        }
        return row;
    }

    private List<StoredTag> tags(FactorySource source, List<String> keys) throws StoreFailure {
        List<StoredTag> stored = queries.tags(source.topic());
        return keys.stream()
                .flatMap(key -> stored.stream().filter(it -> it.key().equals(key)))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
