package org.plantdeck.app.bridgeview;

import org.plantdeck.app.bridgeview.Comparison.Raw;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of the historian a window came from. Threads: the archive's. */
final class ReadingsOfWindow {

    private ReadingsOfWindow() {}

    /** Reads what the historian has of a window's run and interval, and compares. */
    static Comparison compare(HistorianQueries queries, AnalyticsWindow window)
            throws StoreFailure {
        Map<Tag, List<Raw>> numbers = new HashMap<>();
        for (FactorySource source : FactorySource.values()) {
            numbers.putAll(read(queries, window, source));
        }
        return Comparison.of(window, numbers);
    }

    private static Map<Tag, List<Raw>> read(
            HistorianQueries queries, AnalyticsWindow window, FactorySource source)
            throws StoreFailure {
        Map<Tag, List<Raw>> numbers = new HashMap<>();
        List<StoredTag> stored = new ArrayList<>();
        List<List<Raw>> columns = new ArrayList<>();
        for (Tag tag : Comparison.tags(source)) {
            Optional<StoredTag> its =
                    queries.tags(source.topic()).stream()
                            .filter(it -> it.key().equals(tag.key()))
                            .findFirst();
            its.ifPresent(it -> {
                List<Raw> column = new ArrayList<>();
                stored.add(it);
                columns.add(column);
                numbers.put(tag, column);
            });
        }
        queries.rows(
                new ReadingQuery(source.topic(), window.start(), window.end(), stored),
                row -> {
                    if (row.run().equals(window.run())) {
                        for (int i = 0; i < columns.size(); i++) {
                            double number = row.values().get(i).asDouble();
                            columns.get(i).add(new Raw(row.measuredAt(), number));
                        }
                    }
                    return true;
                });
        return numbers;
    }
}
