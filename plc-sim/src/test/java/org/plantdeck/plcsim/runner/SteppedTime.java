package org.plantdeck.plcsim.runner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** A wall clock that stands until a test moves it, and threads that run on it. */
final class SteppedTime implements InstantSource {

    private record Task(Instant at, long number, Lane owner, Runnable turn)
            implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** One part's turns. */
    final class Lane implements Turns {
        private boolean ended;

        @Override
        public void soon(Runnable turn) {
            after(Duration.ZERO, turn);
        }

        @Override
        public void after(Duration delay, Runnable turn) {
            if (!ended) {
                tasks.add(new Task(now.plus(delay), numbers++, this, turn));
            }
        }

        @Override
        public void await(Runnable turn, Duration atMost) {
            if (!ended) {
                turn.run();
            }
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public void end(BooleanSupplier settled, Duration atMost) {
            Instant giveUp = now.plus(atMost);
            while (!settled.getAsBoolean() && now.isBefore(giveUp)) {
                pass(Duration.ofMillis(5));
            }
            end();
        }
    }

    /** What a turn costs of wall time, so that a hurrying thread does not stand still in it. */
    static final Duration TURN_COSTS = Duration.ofMillis(1);

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private Instant now;
    private long numbers;

    SteppedTime(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    Turns thread() {
        return new Lane();
    }

    /** Lets wall time pass and runs every turn that comes in it. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
            Task task = tasks.remove();
            if (task.at().isAfter(now)) {
                now = task.at();
            }
            if (!task.owner().ended) {
                task.turn().run();
                now = now.plus(TURN_COSTS);
            }
        }
        if (end.isAfter(now)) {
            now = end;
        }
    }

    /** Lets wall time pass until something is so; at most a day of it. */
    void passUntil(BooleanSupplier so) {
        Instant giveUp = now.plus(Duration.ofDays(1));
        while (!so.getAsBoolean()) {
            if (now.isAfter(giveUp) || tasks.isEmpty()) {
                throw new AssertionError("it never comes about");
            }
            pass(Duration.ofMillis(20));
        }
    }
}
