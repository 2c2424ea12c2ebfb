package org.plantdeck.mqttlink;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread of one link. Threads: any. */
final class LinkThread {

    private static final Logger LOG = LoggerFactory.getLogger(LinkThread.class);

    private final ScheduledExecutorService thread;

    LinkThread(String name) {
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Runs a step soon; not at all where the link has ended. */
    void execute(Runnable step) {
        try {
            thread.execute(step);
        } catch (RejectedExecutionException ended) {
            LOG.atTrace().log("The link has ended");
        }
    }

    /** Runs a step after a while. */
    void after(Duration delay, Runnable step) {
        var _ = thread.schedule(step, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs a step again and again. */
    void every(Duration pause, Runnable step) {
        long millis = pause.toMillis();
        var _ = thread.scheduleWithFixedDelay(step, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Ends the thread once the steps it has are done, or after a while without them. */
    void end(Duration atMost) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
