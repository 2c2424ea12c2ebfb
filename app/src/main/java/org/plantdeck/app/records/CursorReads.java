package org.plantdeck.app.records;

import org.plantdeck.app.door.Door;
import org.plantdeck.app.history.Archive;
import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.historian.store.Between;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.PointQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What was measured where the cursors stand: the last value of then or before, and not the mean of
 * a column of the picture. One question is under way at most. Threads: the screen's.
 */
final class CursorReads {

    /** Whether there is a value so near is for the course to say; here it is found. */
    private static final Duration HOLD = Duration.ofHours(1);

    private final Archive<HistorianQueries> history;
    private final Door door;
    private final Runnable changed;
    private Optional<Asked> asked = Optional.empty();
    private Optional<Asked> known = Optional.empty();
    private Map<Cursor, Map<StoredTag, Value>> values = Map.of();
    private boolean underWay;

    private record Asked(Map<Cursor, Instant> places, List<StoredTag> tags) {}

    /**
     * @param changed called when there is something else to show
     */
    CursorReads(Archive<HistorianQueries> history, Door door, Runnable changed) {
        this.history = history;
        this.door = door;
        this.changed = changed;
    }

    /** Says where the cursors stand now; what they read is asked for where it is not known. */
    void look(TrendCursors cursors, List<StoredTag> tags) {
        Map<Cursor, Instant> places = new EnumMap<>(Cursor.class);
        for (Cursor cursor : Cursor.values()) {
            cursors.at(cursor).ifPresent(it -> places.put(cursor, it));
        }
        Asked next = new Asked(Map.copyOf(places), List.copyOf(tags));
        if (asked.filter(next::equals).isPresent()) {
            return;
        }
        asked = Optional.of(next);
        if (!underWay) {
            ask(next);
        }
    }

    private void ask(Asked next) {
        if (next.places().isEmpty() || next.tags().isEmpty()) {
            return;
        }
        underWay = true;
        var _ =
                history.ask(it -> read(it, next))
                        .whenComplete((found, _) ->
                                door.event(() -> take(next, Optional.ofNullable(found))));
    }

    private static Map<Cursor, Map<StoredTag, Value>> read(HistorianQueries history, Asked what)
            throws StoreFailure {
        Map<String, List<StoredTag>> topics =
                what.tags().stream().collect(Collectors.groupingBy(StoredTag::topic));
        Map<Cursor, Map<StoredTag, Value>> found = new EnumMap<>(Cursor.class);
        for (Map.Entry<Cursor, Instant> place : what.places().entrySet()) {
            Map<StoredTag, Value> its = new HashMap<>();
            for (Map.Entry<String, List<StoredTag>> topic : topics.entrySet()) {
                List<StoredTag> own = topic.getValue();
                List<Value> values =
                        history.at(
                                new PointQuery(
                                        topic.getKey(),
                                        own,
                                        place.getValue(),
                                        HOLD,
                                        Between.STEPPED));
                for (int i = 0; i < own.size(); i++) {
                    its.put(own.get(i), values.get(i));
                }
            }
            found.put(place.getKey(), its);
        }
        return found;
    }

    /** Where it could not be read, what the picture shows has to do: the trend says why. */
    private void take(Asked of, Optional<Map<Cursor, Map<StoredTag, Value>>> found) {
        underWay = false;
        values = found.orElse(Map.of());
        known = Optional.of(of);
        asked.filter(it -> !it.equals(of)).ifPresent(this::ask);
        changed.run();
    }

    /** What a tag was where a cursor stands; empty where that is not known, or is no number. */
    OptionalDouble at(Cursor cursor, Instant place, StoredTag tag) {
        boolean isOfNow = known.map(it -> place.equals(it.places().get(cursor))).orElse(false);
        double number =
                isOfNow
                        ? values.getOrDefault(cursor, Map.of())
                                .getOrDefault(tag, Value.absent())
                                .asDouble()
                        : Double.NaN;
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
