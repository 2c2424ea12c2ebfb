package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.reading;
import static org.plantdeck.historian.TestReadings.with;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A history of which trends are asked. */
abstract class TrendHistory extends SqliteHistory {

    /** A reading of the line that many seconds after START, with a pressure of that many bar. */
    static Reading pressed(String run, long sequence, long second, double pressure) {
        Reading reading = at(FactorySource.LINE, run, sequence, START.plusSeconds(second));
        return with(reading, "pressure", Value.of(pressure));
    }

    StoredTag tag(String key) throws StoreFailure {
        return queries.tags(FactorySource.LINE.topic()).stream()
                .filter(tag -> tag.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    TrendQuery query(String key, long from, long to, int columns) throws StoreFailure {
        return new TrendQuery(
                FactorySource.LINE.topic(),
                List.of(tag(key)),
                START.plusSeconds(from),
                START.plusSeconds(to),
                columns,
                Optional.empty());
    }

    List<String> trend(TrendQuery query) throws StoreFailure {
        List<TrendSeries> series = queries.trend(query, () -> false).orElseThrow();
        assertThat(series).extracting(TrendSeries::tag).isEqualTo(query.tags());
        return columns(series.getFirst());
    }

    /** Each column as count, absent, minimum, maximum, mean, first and last. */
    static List<String> columns(TrendSeries series) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < series.columns(); i++) {
            columns.add(
                    String.format(
                            Locale.ROOT,
                            "%d-%d %.1f..%.1f ~%.2f %.1f>%.1f",
                            series.count(i),
                            series.absent(i),
                            series.minimum(i),
                            series.maximum(i),
                            series.mean(i),
                            series.first(i),
                            series.last(i)));
        }
        return columns;
    }
}
