package org.plantdeck.app.line;

import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.FactorySource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the line made, quarter of an hour by quarter of an hour. Threads: the caller's. */
final class Production {

    static final Duration QUARTER = Duration.ofMinutes(15);
    static final int QUARTERS = 32;

    private static final List<String> COUNTERS =
            List.of("inspected_count", "good_count", "shift.planned_count");

    private Production() {}

    /** The end of the quarter of an hour a moment lies in. */
    static Instant end(Instant now) {
        long millis = QUARTER.toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(now.toEpochMilli(), millis) + 1) * millis);
    }

    /** The last eight hours up to the quarter a moment lies in. */
    static List<Quarter> read(HistorianQueries queries, Instant now) throws StoreFailure {
        List<StoredTag> tags = new ArrayList<>();
        for (String counter : COUNTERS) {
            queries.tags(FactorySource.LINE.topic()).stream()
                    .filter(it -> it.key().equals(counter))
                    .forEach(tags::add);
        }
        if (tags.size() < COUNTERS.size()) {
            return List.of();
        }
        Instant to = end(now);
        Instant from = to.minus(QUARTER.multipliedBy(QUARTERS + 1L));
        TrendQuery query =
                new TrendQuery(
                        FactorySource.LINE.topic(), tags, from, to, QUARTERS + 1, Optional.empty());
        return queries.trend(query, () -> false).map(it -> quarters(it, query)).orElse(List.of());
    }

    private static List<Quarter> quarters(List<TrendSeries> series, TrendQuery query) {
        List<Quarter> quarters = new ArrayList<>();
        for (int column = 1; column <= QUARTERS; column++) {
            if (series.getFirst().count(column) == 0) {
                continue;
            }
            double inspected = grown(series.get(0), column);
            double good = grown(series.get(1), column);
            quarters.add(
                    new Quarter(
                            query.start(column),
                            good,
                            Math.max(0, inspected - good),
                            grown(series.get(2), column)));
        }
        return quarters;
    }

    /**
     * How far a counter of the shift went on in a column: from the end of the one before, or, where
     * it began anew or nothing was before, what it shows at most.
     */
    static double grown(TrendSeries counter, int column) {
        double before = counter.count(column - 1) == 0 ? Double.NaN : counter.last(column - 1);
        double last = counter.last(column);
        double most = counter.maximum(column);
        if (Double.isNaN(before)) {
            return most - counter.first(column);
        }
        return last >= before ? last - before : Math.max(0, most - before) + last;
    }
}
