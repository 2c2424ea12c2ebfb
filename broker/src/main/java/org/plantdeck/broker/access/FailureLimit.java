package org.plantdeck.broker.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses: so many failures within a minute, and for a minute nothing is tried any
 * more. Of 10,000 guessers at most is known; who has not guessed for longest is forgotten first.
 * Threads: any; one lock guards all state.
 *
 * @param <K> what is counted by
 */
final class FailureLimit<K> {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int CAPACITY = 10_000;

    private final int failuresMax;

    private final Map<K, Course> courses =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, Course> eldest) {
                    return size() > CAPACITY;
                }
            };

    FailureLimit(int failuresMax) {
        this.failuresMax = failuresMax;
    }

    /**
     * What a guesser did.
     *
     * @param until when it is forgotten, which for who has failed too often is when it may go on
     * @param failures how often it failed
     */
    private record Course(Instant until, int failures) {}

    /** Whether it may not try now. */
    synchronized boolean refuses(K who, Instant now) {
        Course course = courses.get(who);
        return course != null && course.failures() >= failuresMax && now.isBefore(course.until());
    }

    /** It failed. */
    synchronized void failed(K who, Instant now) {
        Course before = courses.get(who);
        if (before == null || !now.isBefore(before.until())) {
            courses.put(who, new Course(now.plus(MINUTE), 1));
            return;
        }
        int failures = before.failures() + 1;
        courses.put(
                who,
                new Course(failures < failuresMax ? before.until() : now.plus(MINUTE), failures));
    }
}
