package org.plantdeck.app.logs;

import org.plantdeck.app.door.Door;
import org.plantdeck.plantruntime.logging.LogFolder;
import org.plantdeck.plantruntime.logging.LogFolder.LogFile;
import org.plantdeck.plantruntime.logging.LogTail;
import org.plantdeck.plantruntime.logging.LoggedEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Reads a log file beside the screen while it grows. Threads: the screen's, its own for reading;
 * what it reads with is touched by that alone.
 */
final class LogFollower implements AutoCloseable {

    /** How often it looks for more. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final LogFolder folder;
    private final Door door;
    private final Ear ear;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("log-follower").daemon().factory());
    private LogTail tail = new LogTail(Path.of(""));
    private String trouble = "";
    private volatile boolean closed;

    /** Hears what is in the logs, on the screen's thread. */
    interface Ear {

        /** There are these files. */
        void files(List<LogFile> files);

        /** The file that is read holds these events now. */
        void events(List<LoggedEvent> events);

        /** Nothing can be read, and why. */
        void fails(String reason);
    }

    LogFollower(LogFolder folder, Door door, Ear ear) {
        this.folder = folder;
        this.door = door;
        this.ear = ear;
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        list();
    }

    /** Looks which files there are. */
    void list() {
        execute(() -> {
            List<LogFile> files = folder.files();
            event(() -> ear.files(files));
        });
    }

    /** Reads another file from now on. */
    void open(Path file) {
        execute(() -> {
            LogTail next = new LogTail(file);
            tail = next;
            next.read();
            List<LoggedEvent> events = next.events();
            event(() -> ear.events(events));
        });
    }

    private void look() {
        attempt(() -> {
            if (tail.read()) {
                List<LoggedEvent> events = tail.events();
                newest(() -> ear.events(events));
            }
            trouble = "";
        });
    }

    /** Reading of files. */
    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }

    private void execute(Reading reading) {
        try {
            thread.execute(() -> attempt(reading));
        } catch (RejectedExecutionException left) {
            closed = true;
        }
    }

    /** The boundary at which reading that fails becomes a sentence; the next look tries again. */
    private void attempt(Reading reading) {
        try {
            reading.run();
        } catch (IOException | UncheckedIOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(trouble)) {
                trouble = reason;
                event(() -> ear.fails(reason));
            }
        }
    }

    private void event(Runnable what) {
        var _ = door.event(() -> unlessClosed(what));
    }

    private void newest(Runnable what) {
        door.newest(this, () -> unlessClosed(what));
    }

    private void unlessClosed(Runnable what) {
        if (!closed) {
            what.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        door.forget(this);
        thread.shutdownNow();
    }
}
