package org.plantdeck.app.records;

import org.plantdeck.app.records.TrendAnswer.Mark;
import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.trends.TrendColumns;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The courses in view: what the history answered last, and what has arrived since. Threads: any;
 * one lock guards all state.
 */
final class Courses {

    /**
     * Readings of a source kept for the next answer, which lags behind them by one commit of the
     * historian; the oldest goes first, and the answer after the next has it.
     */
    static final int RECENT = 256;

    private final Object lock = new Object();
    private final Map<FactorySource, Deque<Reading>> recent = new EnumMap<>(FactorySource.class);
    private Map<StoredTag, StoredCourse> courses = Map.of();
    private boolean following;
    private long changes;
    private long runs;

    Courses() {
        for (FactorySource source : FactorySource.values()) {
            recent.put(source, new ArrayDeque<>());
        }
    }

    private Deque<Reading> recent(FactorySource source) {
        return recent.getOrDefault(source, new ArrayDeque<>());
    }

    /** Takes a reading that has arrived. */
    void take(Reading reading) {
        synchronized (lock) {
            Deque<Reading> its = recent(reading.source());
            if (!its.isEmpty() && !its.getLast().run().equals(reading.run())) {
                its.clear();
                runs++;
            }
            its.add(reading);
            if (its.size() > RECENT) {
                its.removeFirst();
            }
            if (following) {
                add(reading);
            }
            changes++;
        }
    }

    private void add(Reading reading) {
        courses.forEach((tag, course) -> {
            if (tag.topic().equals(reading.source().topic())) {
                double value = reading.values().get(tag.key()).asDouble();
                course.add(reading.measuredAt(), value);
            }
        });
    }

    /** Takes what the history has answered. */
    void take(TrendAnswer answer) {
        synchronized (lock) {
            courses = answer.courses();
            following = answer.request().live();
            if (following) {
                recent.values().stream()
                        .flatMap(Deque::stream)
                        .filter(it -> isLater(it, answer.marks().get(it.source().topic())))
                        .forEach(this::add);
            }
            changes++;
        }
    }

    private static boolean isLater(Reading reading, @org.jspecify.annotations.Nullable Mark mark) {
        return mark == null
                || !mark.run().equals(reading.run())
                || reading.measuredAt().isAfter(mark.measuredAt());
    }

    /** There is no history: tags that have no course yet begin with what arrives. */
    void take(TrendRequest unanswered) {
        synchronized (lock) {
            Map<StoredTag, StoredCourse> next = new HashMap<>();
            for (StoredTag tag : unanswered.tags()) {
                StoredCourse known = courses.get(tag);
                next.put(tag, known == null ? empty(unanswered) : known);
            }
            courses = Map.copyOf(next);
            following = unanswered.live();
            changes++;
        }
    }

    private static StoredCourse empty(TrendRequest request) {
        return new StoredCourse(
                request.grid(), new TrendColumns(request.grid().columns()), request.newest());
    }

    /** Says up to when the plant has come, also where a source says nothing any more. */
    void know(Instant newest) {
        synchronized (lock) {
            if (following) {
                courses.values().forEach(it -> it.know(newest));
            }
        }
    }

    /** The course of a tag; empty before the first answer about it. */
    Optional<StoredCourse> of(StoredTag tag) {
        synchronized (lock) {
            return Optional.ofNullable(courses.get(tag));
        }
    }

    /** Counts whatever changes the picture. */
    long changes() {
        synchronized (lock) {
            return changes;
        }
    }

    /** Counts the runs of the plant that have begun since: what was asked before is of another. */
    long runs() {
        synchronized (lock) {
            return runs;
        }
    }
}
