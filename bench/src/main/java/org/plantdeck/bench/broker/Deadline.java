package org.plantdeck.bench.broker;

import org.plantdeck.bench.mqtt.ConnectionFailure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The moment a work has to be over. Immutable; threads: any. */
final class Deadline {

    private final long atNanos;

    private Deadline(long atNanos) {
        this.atNanos = atNanos;
    }

    static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /** What is left, zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** This one or an earlier one so far from now. */
    Deadline orIn(Duration span) {
        return new Deadline(
                Math.min(atNanos - System.nanoTime(), span.toNanos()) + System.nanoTime());
    }

    /** Lets a little time pass; what is looked at again afterwards has no event to wait for. */
    void pause(Duration span) {
        try {
            var _ = new CountDownLatch(1).await(orIn(span).left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkFailure("interrupted", e);
        }
    }

    /**
     * Waits for an answer.
     *
     * @param what what is waited for, for the sentence of a failure
     * @throws WorkFailure where it does not come in time or is a refusal
     */
    <T> T await(CompletableFuture<T> answer, String what) {
        try {
            return answer.get(left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new WorkFailure("timed out waiting for " + what, e);
        } catch (ExecutionException e) {
            throw refused(e, what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkFailure("interrupted while waiting for " + what, e);
        }
    }

    private static WorkFailure refused(ExecutionException failure, String what) {
        return failure.getCause() instanceof ConnectionFailure answer
                ? new WorkFailure(what + ": " + answer.getMessage(), answer)
                : new WorkFailure(what + " failed: " + failure.getCause(), failure);
    }
}
