package org.plantdeck.app.trends;

import org.plantdeck.app.words.Times;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Round times along the lower edge of a plot. Threads: any. */
public final class TimeTicks {

    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    Duration.ofDays(2),
                    Duration.ofDays(7),
                    Duration.ofDays(30));

    private TimeTicks() {}

    /**
     * A time and how it is written.
     *
     * @param at the time
     * @param word the time in words
     */
    public record Tick(Instant at, String word) {}

    /** The ticks of [from, to], as many as fit. */
    public static List<Tick> of(Instant from, Instant to, int most) {
        long span = Duration.between(from, to).toMillis();
        Duration step =
                STEPS.stream()
                        .filter(it -> span / it.toMillis() <= most)
                        .findFirst()
                        .orElse(Duration.ofDays(365));
        List<Tick> ticks = new ArrayList<>();
        Instant midnight =
                from.atZone(ZoneId.systemDefault())
                        .toLocalDate()
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant();
        long first = Math.ceilDiv(Duration.between(midnight, from).toMillis(), step.toMillis());
        Instant at = midnight.plus(step.multipliedBy(first));
        while (!at.isAfter(to)) {
            ticks.add(new Tick(at, word(at, step)));
            at = at.plus(step);
        }
        return ticks;
    }

    private static String word(Instant at, Duration step) {
        if (step.compareTo(Duration.ofDays(1)) >= 0) {
            return Times.day(at);
        }
        return step.compareTo(Duration.ofMinutes(1)) < 0 ? Times.second(at) : Times.minute(at);
    }
}
