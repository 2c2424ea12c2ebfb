package org.plantdeck.app.records;

import org.plantdeck.app.records.TrendAnswer.Mark;
import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TrendColumns;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Answers what a picture wants to know: whole columns from the historian's trend, the readings of
 * the last, unfinished column one by one, so that those that arrive later can be added and none is
 * counted twice. Threads: the one that asks.
 */
final class TrendReader {

    private final HistorianQueries history;
    private final TrendRequest request;
    private final BooleanSupplier abandoned;
    private final Map<StoredTag, StoredCourse> courses = new HashMap<>();
    private final Map<String, Mark> marks = new HashMap<>();

    private TrendReader(HistorianQueries history, TrendRequest request, BooleanSupplier abandoned) {
        this.history = history;
        this.request = request;
        this.abandoned = abandoned;
    }

    /**
     * Reads what was asked for.
     *
     * @param abandoned whether nobody wants the answer any more
     * @return empty where it was abandoned
     */
    static Optional<TrendAnswer> read(
            HistorianQueries history, TrendRequest request, BooleanSupplier abandoned)
            throws StoreFailure {
        TrendReader reader = new TrendReader(history, request, abandoned);
        Map<String, List<StoredTag>> byTopic =
                request.tags().stream().collect(Collectors.groupingBy(StoredTag::topic));
        for (Map.Entry<String, List<StoredTag>> each : byTopic.entrySet()) {
            if (!reader.read(each.getKey(), each.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new TrendAnswer(
                        request,
                        reader.courses,
                        reader.marks,
                        List.copyOf(history.damages().values())));
    }

    private boolean read(String topic, List<StoredTag> tags) throws StoreFailure {
        if (abandoned.getAsBoolean()) {
            return false;
        }
        TimeGrid grid = request.grid();
        List<StoredReading> newest = history.latest(topic, 1);
        List<TrendColumns> columns = new ArrayList<>();
        tags.forEach(_ -> columns.add(new TrendColumns(grid.columns())));
        if (newest.isEmpty()) {
            keep(tags, columns);
            return true;
        }
        Mark mark = new Mark(newest.getFirst().run(), newest.getFirst().measuredAt());
        int whole = grid.columnsBefore(mark.measuredAt());
        if (whole > 0) {
            TrendQuery query =
                    new TrendQuery(
                            topic, tags, grid.from(), grid.start(whole), whole, Optional.empty());
            Optional<List<TrendSeries>> series = history.trend(query, abandoned);
            if (series.isEmpty()) {
                return false;
            }
            fill(columns, series.get());
        }
        List<StoredCourse> kept = keep(tags, columns);
        if (whole < grid.columns()) {
            addRest(kept, tags, mark, grid.start(whole));
        }
        marks.put(topic, mark);
        return true;
    }

    private static void fill(List<TrendColumns> columns, List<TrendSeries> series) {
        for (int tag = 0; tag < series.size(); tag++) {
            TrendSeries from = series.get(tag);
            for (int i = 0; i < from.columns(); i++) {
                columns.get(tag)
                        .add(i, from.minimum(i), from.maximum(i), from.mean(i), from.count(i));
                columns.get(tag).miss(i, from.absent(i));
                if (from.count(i) > 0) {
                    double deviation = from.deviation(i);
                    columns.get(tag).scatter(i, deviation * deviation * from.count(i));
                }
            }
        }
    }

    private List<StoredCourse> keep(List<StoredTag> tags, List<TrendColumns> columns) {
        TimeGrid grid = request.grid();
        Instant known = grid.to().isBefore(request.newest()) ? grid.to() : request.newest();
        List<StoredCourse> kept = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            StoredCourse course = new StoredCourse(grid, columns.get(i), known);
            courses.put(tags.get(i), course);
            kept.add(course);
        }
        return kept;
    }

    /** The readings of the column in which the newest one lies; none where that is further on. */
    private void addRest(List<StoredCourse> kept, List<StoredTag> tags, Mark mark, Instant from)
            throws StoreFailure {
        history.rows(
                new ReadingQuery(
                        tags.getFirst().topic(), from, mark.measuredAt().plusMillis(1), tags),
                row -> {
                    if (row.run().equals(mark.run())) {
                        for (int i = 0; i < kept.size(); i++) {
                            kept.get(i).add(row.measuredAt(), row.values().get(i).asDouble());
                        }
                    }
                    return !abandoned.getAsBoolean();
                });
    }
}
