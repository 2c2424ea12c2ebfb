package org.plantdeck.app.records;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.door.Door;
import org.plantdeck.app.history.Archive;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks the history for one picture after the other: one question is under way at most, the newest
 * request comes after it, and those between are never asked. A question that takes its time is
 * given up for the next one, and after each the processor is left to the pictures for a moment, so
 * that what is moved moves smoothly and is still filled in meanwhile. Threads: any; one lock guards
 * all state; answers come through the door.
 */
final class TrendAsker implements AutoCloseable {

    /** Between an answer and the next question. */
    private static final Duration REST = Duration.ofMillis(80);

    /** A question that takes longer is given up where another waits. */
    private static final Duration PATIENCE = Duration.ofMillis(150);

    private final Archive<HistorianQueries> history;
    private final Door door;
    private final Consumer<Outcome> outcome;
    private final Object lock = new Object();
    private Optional<TrendRequest> wanted = Optional.empty();
    private boolean underWay;
    private boolean resting;
    private boolean closed;
    private final Executor afterRest =
            CompletableFuture.delayedExecutor(
                    REST.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);

    /** What became of a request that was not given up. */
    sealed interface Outcome {

        /**
         * The history has answered.
         *
         * @param took how long it needed
         */
        record Answered(TrendAnswer answer, Duration took) implements Outcome {}

        /**
         * It could not.
         *
         * @param request what was asked
         * @param sentence why
         */
        record Failed(TrendRequest request, String sentence) implements Outcome {}
    }

    /**
     * @param outcome hears what became of the newest request, on the screen's thread
     */
    TrendAsker(Archive<HistorianQueries> history, Door door, Consumer<Outcome> outcome) {
        this.history = history;
        this.door = door;
        this.outcome = outcome;
    }

    /** Wants an answer, and none any more to what was asked before and is not under way. */
    void ask(TrendRequest request) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            wanted = Optional.of(request);
            if (!underWay && !resting) {
                next();
            }
        }
    }

    private void goOn() {
        synchronized (lock) {
            resting = false;
            if (!closed) {
                next();
            }
        }
    }

    private void next() {
        wanted.ifPresent(request -> {
            wanted = Optional.empty();
            underWay = true;
            var _ =
                    history.ask(queries -> answer(queries, request))
                            .exceptionally(
                                    it -> Optional.of(new Outcome.Failed(request, sentence(it))))
                            .thenAccept(this::done);
        });
    }

    private boolean isGivenUp(Duration taken) {
        synchronized (lock) {
            return closed || (wanted.isPresent() && taken.compareTo(PATIENCE) > 0);
        }
    }

    /** Whether another one came while it waited for its turn. */
    private boolean isOvertaken() {
        synchronized (lock) {
            return closed || wanted.isPresent();
        }
    }

    private Optional<Outcome> answer(HistorianQueries queries, TrendRequest request)
            throws StoreFailure {
        if (isOvertaken()) {
            return Optional.empty();
        }
        long begun = System.nanoTime();
        Supplier<Duration> taken = () -> Duration.ofNanos(System.nanoTime() - begun);
        return TrendReader.read(queries, request, () -> isGivenUp(taken.get()))
                .map(it -> new Outcome.Answered(it, taken.get()));
    }

    private void done(Optional<Outcome> news) {
        synchronized (lock) {
            underWay = false;
            if (!closed) {
                news.ifPresent(it -> door.event(() -> tell(it)));
                resting = true;
                afterRest.execute(this::goOn);
            }
        }
    }

    /** What a database said, where it could not be read. */
    static String sentence(@Nullable Throwable failure) {
        Throwable cause =
                failure == null || failure.getCause() == null ? failure : failure.getCause();
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }

    private void tell(Outcome news) {
        synchronized (lock) {
            if (closed) {
                return;
            }
        }
        outcome.accept(news);
    }

    /** Gives up what is under way, and wants nothing any more. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            wanted = Optional.empty();
        }
    }
}
