package org.plantdeck.app.uncaught;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Hears of every error that nobody has caught, on any thread of this process: logs it, and has it
 * shown. One that comes again is counted; it is logged when its count doubles, so that an error of
 * every frame fills no disk. Where showing fails, that is logged and nothing is shown any more: an
 * error of the dialog must not call for another dialog. Threads: any; one lock guards all state;
 * what is shown is shown on the screen's thread.
 */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);

    /** Errors of more kinds than this are logged and counted together. */
    static final int MOST_KINDS = 50;

    private static final String OTHERS = "";
    private static final int FRAMES_OF_A_KIND = 8;
    private static final int LONGEST_DETAILS = 20_000;

    private final Executor screen;
    private final InstantSource wallClock;
    private final Consumer<List<UncaughtError>> view;
    private final Object lock = new Object();
    private final Map<String, UncaughtError> errors = new LinkedHashMap<>();
    private boolean asked;
    private boolean broken;

    /**
     * @param screen runs tasks on the screen's thread
     * @param view shows every error so far, the one that is new or has come again last
     */
    UncaughtErrors(Executor screen, InstantSource wallClock, Consumer<List<UncaughtError>> view) {
        this.screen = screen;
        this.wallClock = wallClock;
        this.view = view;
    }

    /** Errors of this process are shown in a window from now on. */
    public static void showInWindows(Executor screen, InstantSource wallClock, ErrorWindow window) {
        Thread.setDefaultUncaughtExceptionHandler(
                new UncaughtErrors(screen, wallClock, window::show));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        try {
            take(thread, error);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError evenThis) {
            System.err.println("plantdeck: an error could not be told: " + evenThis);
        }
    }

    private void take(Thread thread, Throwable error) {
        UncaughtError now;
        boolean show;
        synchronized (lock) {
            String kind = kind(error);
            String key = errors.containsKey(kind) || errors.size() < MOST_KINDS ? kind : OTHERS;
            UncaughtError before = errors.remove(key);
            now = before == null ? first(thread, error) : before.again(thread.getName());
            errors.put(key, now);
            show = !asked && !broken;
            asked |= show;
        }
        log(thread, error, now.count());
        if (show) {
            screen.execute(this::show);
        }
    }

    private static void log(Thread thread, Throwable error, long count) {
        if (Long.bitCount(count) == 1) {
            LOG.atError()
                    .setCause(error)
                    .addKeyValue("thread", thread.getName())
                    .addKeyValue("count", count)
                    .log("Something went wrong that nobody has foreseen");
        }
    }

    /** The same line of the program fails in the same way, whatever its message says. */
    private static String kind(Throwable error) {
        StringBuilder kind = new StringBuilder(error.getClass().getName());
        StackTraceElement[] frames = error.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES_OF_A_KIND, frames.length); i++) {
            kind.append('\n').append(frames[i]);
        }
        return kind.toString();
    }

    private UncaughtError first(Thread thread, Throwable error) {
        StringWriter stack = new StringWriter();
        error.printStackTrace(new PrintWriter(stack));
        String details = stack.toString();
        return new UncaughtError(
                String.valueOf(error).lines().findFirst().orElse(""),
                details.substring(0, Math.min(LONGEST_DETAILS, details.length())),
                thread.getName(),
                wallClock.instant(),
                1);
    }

    /** The boundary at which a dialog that fails is given up. */
    private void show() {
        List<UncaughtError> all;
        synchronized (lock) {
            asked = false;
            all = List.copyOf(errors.values());
        }
        try {
            view.accept(all);
        } catch (RuntimeException | Error failed) {
            synchronized (lock) {
                broken = true;
            }
            LOG.atError().setCause(failed).log("The error could not be shown; no other will be");
        }
    }
}
