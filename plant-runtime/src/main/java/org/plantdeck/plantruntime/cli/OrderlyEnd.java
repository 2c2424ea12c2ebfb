package org.plantdeck.plantruntime.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the work of a command end in order when the process is told to end, as by Ctrl+C: the
 * process waits until nothing half made is left. Threads: one works; the hook of the process may
 * ask it to end at any time.
 */
final class OrderlyEnd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderlyEnd.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("work-end").unstarted(this::ask);
    private volatile boolean asked;

    /** Has it ended when the process is told to end. */
    void withTheProcess() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the work is to end. */
    boolean isAsked() {
        return asked;
    }

    /** Asks the work to end, and waits until nothing half made of it is left. */
    void ask() {
        asked = true;
        try {
            if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn().log("It did not end in time; something with .part may be left");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is over, one way or the other. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            LOG.atDebug().log("The process is ending");
        }
    }
}
