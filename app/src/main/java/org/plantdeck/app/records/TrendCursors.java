package org.plantdeck.app.records;

import org.plantdeck.app.trends.TimeWindow;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Two marks that stand at times of their own while the picture moves. Threads: the screen's. */
final class TrendCursors {

    private final Map<Cursor, Instant> places = new EnumMap<>(Cursor.class);

    /** Which of them. */
    enum Cursor {
        A,
        B
    }

    /** Sets one. */
    void set(Cursor cursor, Instant at) {
        places.put(cursor, at);
    }

    /** Takes one away. */
    void clear(Cursor cursor) {
        places.remove(cursor);
    }

    /** Takes both away. */
    void clear() {
        places.clear();
    }

    /** Where one stands. */
    Optional<Instant> at(Cursor cursor) {
        return Optional.ofNullable(places.get(cursor));
    }

    /** Whether none is set. */
    boolean areNone() {
        return places.isEmpty();
    }

    /** The stretch between both, where they are set and not at the same time. */
    Optional<TimeWindow> between() {
        Instant a = places.get(Cursor.A);
        Instant b = places.get(Cursor.B);
        if (a == null || b == null || a.equals(b)) {
            return Optional.empty();
        }
        return Optional.of(a.isBefore(b) ? new TimeWindow(a, b) : new TimeWindow(b, a));
    }

    /** The stretch between both that lies in a window; empty where none of it does. */
    Optional<TimeWindow> between(TimeWindow view) {
        return between()
                .filter(it -> it.from().isBefore(view.to()) && it.to().isAfter(view.from()))
                .map(it ->
                        new TimeWindow(
                                it.from().isBefore(view.from()) ? view.from() : it.from(),
                                it.to().isAfter(view.to()) ? view.to() : it.to()));
    }
}
