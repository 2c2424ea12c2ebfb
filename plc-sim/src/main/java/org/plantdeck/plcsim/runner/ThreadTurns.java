package org.plantdeck.plcsim.runner;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Turns on a named daemon thread and the machine's clock. */
final class ThreadTurns implements Turns {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTurns.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final long END_MILLIS = 10_000;

    private final ScheduledThreadPoolExecutor thread;

    ThreadTurns(String name) {
        thread =
                (ScheduledThreadPoolExecutor)
                        Executors.newScheduledThreadPool(
                                1, Thread.ofPlatform().name(name).daemon().factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void soon(Runnable turn) {
        after(Duration.ZERO, turn);
    }

    @Override
    public void after(Duration delay, Runnable turn) {
        try {
            var _ = thread.schedule(() -> run(turn), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException ended) {
            LOG.atTrace().log("The turns have ended");
        }
    }

    private static void run(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("A turn failed");
        }
    }

    @Override
    public void await(Runnable turn, Duration atMost) {
        try {
            thread.submit(() -> run(turn)).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException | CancellationException ended) {
            LOG.atTrace().log("The turns have ended");
        } catch (TimeoutException late) {
            LOG.atWarn().addKeyValue("seconds", atMost.toSeconds()).log("A turn does not come");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void end(BooleanSupplier settled, Duration atMost) {
        CountDownLatch done = new CountDownLatch(1);
        look(settled, done);
        try {
            boolean inTime = done.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
            LOG.atDebug().addKeyValue("in_time", inTime).log("Ending");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    private void look(BooleanSupplier settled, CountDownLatch done) {
        soon(() -> {
            if (settled.getAsBoolean()) {
                done.countDown();
            } else {
                after(LOOK_AGAIN, () -> look(settled, done));
            }
        });
    }

    @Override
    public void end() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.atWarn().log("A turn did not end in time");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
