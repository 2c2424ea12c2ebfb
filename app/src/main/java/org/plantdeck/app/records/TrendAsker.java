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
import java.util.function.LongSupplier;

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
    private final Executor afterRest;
    private final LongSupplier nanos;
    private final Object lock = new Object();
    private Optional<TrendRequest> wanted = Optional.empty();
    private boolean underWay;
    private boolean resting;
    private boolean closed;

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
     * @param outcome hears what became of each request that was asked and not given up, on the
     *     screen's thread
     */
    TrendAsker(Archive<HistorianQueries> history, Door door, Consumer<Outcome> outcome) {
        this(
                history,
                door,
                outcome,
                CompletableFuture.delayedExecutor(
                        REST.toMillis(), TimeUnit.MILLISECONDS, Runnable::run),
                System::nanoTime);
    }

    /**
     * @param afterRest does something when the rest between two questions is over
     * @param nanos a clock that only goes forward, nanoseconds
     */
    TrendAsker(
            Archive<HistorianQueries> history,
            Door door,
            Consumer<Outcome> outcome,
            Executor afterRest,
            LongSupplier nanos) {
        this.history = history;
        this.door = door;
        this.outcome = outcome;
        this.afterRest = afterRest;
        this.nanos = nanos;
    }

    /** Wants an answer, and none any more to what was wanted before and is not asked yet. */
    void ask(TrendRequest request) {
        synchronized (lock) {
            wanted = Optional.of(request);
            next();
        }
    }

    private void goOn() {
        synchronized (lock) {
            resting = false;
            next();
        }
    }

    private void next() {
        if (closed || underWay || resting || wanted.isEmpty()) {
            return;
        }
        underWay = true;
        var _ = history.ask(this::answer).exceptionally(this::failed).thenAccept(this::done);
    }

    /** Asked is what is wanted when the history has time for it. */
    private Optional<TrendRequest> taken() {
        synchronized (lock) {
            Optional<TrendRequest> request = closed ? Optional.empty() : wanted;
            wanted = Optional.empty();
            return request;
        }
    }

    private Optional<Outcome> answer(HistorianQueries queries) throws StoreFailure {
        Optional<TrendRequest> request = taken();
        if (request.isEmpty()) {
            return Optional.empty();
        }
        long begun = nanos.getAsLong();
        try {
            return TrendReader.read(queries, request.get(), () -> isGivenUp(begun))
                    .map(it -> new Outcome.Answered(it, since(begun)));
        } catch (StoreFailure failure) {
            return Optional.of(new Outcome.Failed(request.get(), failure.sentence()));
        }
    }

    /** The history itself cannot be opened. */
    private Optional<Outcome> failed(Throwable failure) {
        return taken().map(it -> new Outcome.Failed(it, sentence(failure)));
    }

    private Duration since(long begun) {
        return Duration.ofNanos(nanos.getAsLong() - begun);
    }

    private boolean isGivenUp(long begun) {
        synchronized (lock) {
            return closed || (wanted.isPresent() && since(begun).compareTo(PATIENCE) > 0);
        }
    }

    private void done(Optional<Outcome> news) {
        synchronized (lock) {
            underWay = false;
            if (!closed) {
                news.ifPresent(it -> door.step(() -> tell(it))); // rare, and waited for
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
