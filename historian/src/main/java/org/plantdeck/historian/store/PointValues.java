package org.plantdeck.historian.store;

import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what tags were at one instant. It looks a short time around it first and further away only
 * for tags that have no value there. Threads: one.
 */
final class PointValues {

    private static final Duration NEAR = Duration.ofSeconds(10);
    private static final int FURTHER = 8;

    private final HistorianQueries history;
    private final PointQuery query;
    private final Instant after;
    private final List<Optional<Dated>> before = new ArrayList<>();
    private final List<Optional<Dated>> behind = new ArrayList<>();

    private record Dated(Instant at, Value value) {}

    private PointValues(HistorianQueries history, PointQuery query) {
        this.history = history;
        this.query = query;
        after = Instant.ofEpochMilli(query.at().toEpochMilli() + 1);
        for (int i = 0; i < query.tags().size(); i++) {
            before.add(Optional.empty());
            behind.add(Optional.empty());
        }
    }

    static List<Value> of(HistorianQueries history, PointQuery query) throws StoreFailure {
        PointValues values = new PointValues(history, query);
        values.lookBack();
        if (query.between() == Between.LINEAR) {
            values.lookAhead();
        }
        List<Value> found = new ArrayList<>();
        for (int i = 0; i < query.tags().size(); i++) {
            found.add(values.value(i));
        }
        return List.copyOf(found);
    }

    private boolean lacks(List<Optional<Dated>> side) {
        return side.stream().anyMatch(Optional::isEmpty);
    }

    /** How far to look first, never further than a value holds. */
    private Duration first() {
        return shorter(NEAR);
    }

    private Duration shorter(Duration reach) {
        return reach.compareTo(query.hold()) < 0 ? reach : query.hold();
    }

    private void lookBack() throws StoreFailure {
        Instant to = after;
        Duration reach = first();
        while (true) {
            Instant from = query.at().minus(reach);
            List<Optional<Dated>> nearer = List.copyOf(before);
            read(
                    from,
                    to,
                    (i, dated) -> {
                        if (nearer.get(i).isEmpty()) {
                            before.set(i, Optional.of(dated)); // the latest of the stretch stays
                        }
                        return true;
                    });
            if (!lacks(before) || reach.equals(query.hold())) {
                return;
            }
            to = from;
            reach = shorter(reach.multipliedBy(FURTHER));
        }
    }

    private void lookAhead() throws StoreFailure {
        read(
                after,
                after.plus(query.hold()),
                (i, dated) -> {
                    if (behind.get(i).isEmpty()) {
                        behind.set(i, Optional.of(dated));
                    }
                    return lacks(behind);
                });
    }

    /** Takes the value of a tag; says whether more are wanted. */
    private interface Taker {
        boolean take(int tag, Dated value);
    }

    private void read(Instant from, Instant to, Taker taker) throws StoreFailure {
        history.rows(
                new ReadingQuery(query.topic(), from, to, query.tags()),
                row -> {
                    boolean more = true;
                    for (int i = 0; i < row.values().size(); i++) {
                        if (!(row.values().get(i) instanceof Value.Absent)) {
                            more = taker.take(i, new Dated(row.measuredAt(), row.values().get(i)));
                        }
                    }
                    return more;
                });
    }

    private Value value(int i) {
        if (before.get(i).isEmpty()) {
            return Value.absent();
        }
        Dated left = before.get(i).get();
        if (behind.get(i).isEmpty()) {
            return left.value();
        }
        Dated right = behind.get(i).get();
        boolean near = Duration.between(left.at(), right.at()).compareTo(query.hold()) <= 0;
        return near ? onTheLine(left, right) : left.value();
    }

    private Value onTheLine(Dated left, Dated right) {
        if (!isNumber(left.value()) || !isNumber(right.value()) || left.at().equals(query.at())) {
            return left.value();
        }
        double share =
                (double) Duration.between(left.at(), query.at()).toMillis()
                        / Duration.between(left.at(), right.at()).toMillis();
        double from = left.value().asDouble();
        return Value.of(from + share * (right.value().asDouble() - from));
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Real || value instanceof Value.Whole;
    }
}
