package org.plantdeck.app.cloud;

import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.kpis.Kpis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The last 24 hours of the cloud, hour by hour, beside the 24 hours before. What has changed is
 * told from the hours both have, so that a night is never compared with a shift.
 *
 * @param hours the hours, oldest first; the first and the last one are cut to the 24 hours
 * @param before the same hours a day before, as far as the plant had lived
 */
record DayFigures(List<Kpis> hours, List<Kpis> before) {

    static final Duration DAY = Duration.ofDays(1);

    /** Below this much of comparable time a change says nothing. */
    private static final Duration LEAST_COMPARED = Duration.ofHours(1);

    DayFigures {
        hours = List.copyOf(hours);
        before = List.copyOf(before);
    }

    /** An hour and the same one a day before. */
    private record Pair(Kpis now, Kpis then) {}

    /**
     * A change from the day before.
     *
     * @param amount how much; positive for more
     * @param compared over how much of the day
     */
    record Change(double amount, Duration compared) {}

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Kpis hour : hours) {
            before.stream()
                    .filter(it -> isADayBefore(it.interval(), hour.interval()))
                    .filter(it -> it.windows() > 0 && hour.windows() > 0)
                    .findFirst()
                    .ifPresent(it -> pairs.add(new Pair(hour, it)));
        }
        return pairs;
    }

    private static boolean isADayBefore(Interval then, Interval now) {
        return then.from().plus(DAY).equals(now.from()) && then.to().plus(DAY).equals(now.to());
    }

    private static Duration length(Interval interval) {
        return Duration.between(interval.from(), interval.to());
    }

    /** How far the mean of a figure has moved, in the figure's unit. */
    Optional<Change> change(Function<Kpis, OptionalDouble> figure) {
        double sum = 0;
        double weight = 0;
        Duration compared = Duration.ZERO;
        for (Pair pair : pairs()) {
            OptionalDouble now = figure.apply(pair.now());
            OptionalDouble then = figure.apply(pair.then());
            if (now.isPresent() && then.isPresent()) {
                double windows = pair.now().windows();
                sum += windows * (now.getAsDouble() - then.getAsDouble());
                weight += windows;
                compared = compared.plus(length(pair.now().interval()));
            }
        }
        return compared.compareTo(LEAST_COMPARED) < 0
                ? Optional.empty()
                : Optional.of(new Change(sum / weight, compared));
    }

    /** How far the energy for a bottle has moved, as a share of what it was. */
    Optional<Change> energyChange() {
        double[] now = new double[2];
        double[] then = new double[2];
        Duration compared = Duration.ZERO;
        for (Pair pair : pairs()) {
            OptionalDouble energy = pair.now().energy().consumedKwh();
            OptionalDouble energyThen = pair.then().energy().consumedKwh();
            if (energy.isPresent() && energyThen.isPresent()) {
                now[0] += energy.getAsDouble();
                now[1] += (double) pair.now().line().bottles();
                then[0] += energyThen.getAsDouble();
                then[1] += (double) pair.then().line().bottles();
                compared = compared.plus(length(pair.now().interval()));
            }
        }
        boolean enough = compared.compareTo(LEAST_COMPARED) >= 0 && now[1] > 0 && then[1] > 0;
        return enough && then[0] > 0
                ? Optional.of(new Change(now[0] / now[1] / (then[0] / then[1]) - 1, compared))
                : Optional.empty();
    }

    /** Energy taken for a thousand bottles; empty where none was filled. */
    OptionalDouble kwhPer1000Bottles() {
        double energy = hours.stream().mapToDouble(it -> it.energy().consumedKwh().orElse(0)).sum();
        return bottles() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1000 * energy / bottles());
    }

    /** Bottles filled. */
    long bottles() {
        return hours.stream().mapToLong(it -> it.line().bottles()).sum();
    }

    /** Windows that are here. */
    long windows() {
        return hours.stream().mapToLong(Kpis::windows).sum();
    }

    /** Windows there should be. */
    long expectedWindows() {
        return hours.stream().mapToLong(Kpis::expectedWindows).sum();
    }

    /** How much of the 24 hours the plant has lived through. */
    Duration lived() {
        return hours.stream()
                .map(it -> length(it.interval()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The hours of a day before that an hour can be measured against; empty where there is none.
     */
    Optional<Kpis> dayBefore(Kpis hour) {
        return before.stream()
                .filter(it -> isADayBefore(it.interval(), hour.interval()))
                .findFirst();
    }

    /** Bottles filled in an hour, for one that was cut as if it had gone on like this. */
    static double bottlesPerHour(Kpis hour) {
        double hours = length(hour.interval()).toMillis() / (double) Duration.ofHours(1).toMillis();
        return hours > 0 ? hour.line().bottles() / hours : 0;
    }
}
