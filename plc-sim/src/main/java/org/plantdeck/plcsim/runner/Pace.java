package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.PlantTime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Turns wall time and speed into ticks. What the machine cannot do in time is let go rather than
 * made up for, so simulated time slips and {@link #trueSpeed} says by how much. Threads: one.
 */
final class Pace {

    /** The least and the greatest speed, simulated over wall time. */
    static final double SLOWEST = 0.1;

    static final double FASTEST = 100;

    private static final double TICKS_A_SECOND = 1 / PlantTime.TICK_SECONDS;
    private static final double MOST_DEBT_SECONDS = 0.5;
    private static final Duration MEASURED_OVER = Duration.ofSeconds(5);
    private static final Duration MEASURED_EVERY = Duration.ofMillis(250);

    private record Sample(Instant wall, long ticks) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private double speed;
    private double credit;
    private long ticksRun;
    private Instant last;

    Pace(double speed, Instant wallNow) {
        this.speed = speed;
        this.last = wallNow;
        samples.add(new Sample(wallNow, 0));
    }

    /** Sets the speed from now on. */
    void speed(double wanted) {
        speed = wanted;
    }

    double speed() {
        return speed;
    }

    /** How many ticks are due at a wall time. */
    long due(Instant wallNow) {
        double elapsed = Duration.between(last, wallNow).toNanos() / 1e9;
        last = wallNow;
        double rate = speed * TICKS_A_SECOND;
        double most = Math.max(2, rate * MOST_DEBT_SECONDS);
        credit = Math.min(most, credit + Math.max(0, elapsed) * rate);
        return (long) Math.floor(credit);
    }

    /** Lets go of all that is due, as after a time in which the speed did not count. */
    void forgive(Instant wallNow) {
        credit = 0;
        last = wallNow;
    }

    /** Counts ticks that were run because they were due. */
    void paid(long ticks) {
        credit -= ticks;
    }

    /** Counts ticks that were run, due or not, for the true speed. */
    void ran(long ticks, Instant wallNow) {
        ticksRun += ticks;
        if (Duration.between(samples.getLast().wall(), wallNow).compareTo(MEASURED_EVERY) >= 0) {
            samples.addLast(new Sample(wallNow, ticksRun));
            while (samples.size() > 2
                    && Duration.between(samples.getFirst().wall(), wallNow).compareTo(MEASURED_OVER)
                            > 0) {
                samples.removeFirst();
            }
        }
    }

    /** Wall time until the next tick is due. */
    Duration untilNext() {
        double seconds = Math.max(0, 1 - credit) / (speed * TICKS_A_SECOND);
        return Duration.ofNanos((long) Math.ceil(seconds * 1e9));
    }

    /** Simulated over wall time in the last seconds. */
    double trueSpeed() {
        Sample first = samples.getFirst();
        Sample newest = samples.getLast();
        double wall = Duration.between(first.wall(), newest.wall()).toNanos() / 1e9;
        double simulated = (newest.ticks() - first.ticks()) * PlantTime.TICK_SECONDS;
        return wall > 0 ? simulated / wall : 0;
    }
}
