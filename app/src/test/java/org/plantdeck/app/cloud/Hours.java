package org.plantdeck.app.cloud;

import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.kpis.Kpis;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** Key figures of an hour for tests. */
final class Hours {

    static final Instant START = Instant.parse("2026-11-21T06:00:00Z");

    private static final long PERIOD_SECONDS = 10;

    private final Interval interval;
    private final long windows;
    private OptionalDouble efficiency = OptionalDouble.empty();
    private OptionalDouble energy = OptionalDouble.empty();
    private long bottles;

    private Hours(Interval interval, long windows) {
        this.interval = interval;
        this.windows = windows;
    }

    /** A whole hour, so many hours after {@link #START}. */
    static Hours at(long hour, long windows) {
        return cut(hour, Duration.ofHours(1), windows);
    }

    /** The beginning of an hour. */
    static Hours cut(long hour, Duration length, long windows) {
        Instant from = START.plus(Duration.ofHours(hour));
        return new Hours(new Interval(from, from.plus(length)), windows);
    }

    Hours efficiency(double percent) {
        efficiency = OptionalDouble.of(percent);
        return this;
    }

    Hours made(long filled, double kwh) {
        bottles = filled;
        energy = OptionalDouble.of(kwh);
        return this;
    }

    Kpis kpis() {
        OptionalDouble none = OptionalDouble.empty();
        long seconds = Duration.between(interval.from(), interval.to()).toSeconds();
        return new Kpis(
                interval,
                windows,
                seconds / PERIOD_SECONDS,
                new Kpis.Energy(energy, none, none, none, efficiency, none),
                new Kpis.Line(bottles, none, none, none, none),
                new Kpis.Hall(none, none, none, none));
    }
}
