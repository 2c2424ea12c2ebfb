package org.plantdeck.broker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What one broker does again and again beside its clients, on a thread of its own. Threads: one
 * begins and closes.
 */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int CLOSING_SECONDS = 5;

    private final String broker;
    private final ScheduledExecutorService thread;

    Rounds(String broker) {
        this.broker = broker;
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(broker + "-rounds").daemon().factory());
    }

    /** Does something after each pause; a failure is logged and the next round comes. */
    void every(Duration pause, Runnable task) {
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> once(task),
                        pause.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void once(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.atError()
                    .addKeyValue("broker", broker)
                    .setCause(failed)
                    .log("A round has failed; the next one comes");
        }
    }

    /** Ends after the round that is under way. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.atWarn().addKeyValue("broker", broker).log("A round takes long to end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
