package org.plantdeck.historian.sink;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.ForwardPage;
import org.plantdeck.historian.store.ForwardPosition;
import org.plantdeck.historian.store.ForwardReader;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Forwards what is committed to another store, in the order it was committed. What arrived there is
 * noted afterwards, so after a crash or a failure some of it comes again, and the store knows it by
 * run and sequence or puts the same in its place. Threads: everything runs on a thread of its own;
 * {@link #state} may be called by any.
 */
public final class Forwarder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
    private static final int PAGE = 500;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BACK_OFF_LAST = Duration.ofSeconds(10);
    private static final long CLOSE_SECONDS = 5;

    private final Path database;
    private final Target target;
    private final ForwardPosition position;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("historian-sink").daemon().factory());
    private final AtomicLong forwarded = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile String trouble = "";
    private volatile boolean closed;

    /** Valid until the next failure; the thread's alone, like what follows. */
    private @Nullable ReadingStore store;

    /** Valid for one opening of the tables. */
    private @Nullable ForwardReader reader;

    private long opening;
    private Duration backOff = PAUSE;

    /** Opens the store to forward to, at first and again after every failure. */
    @FunctionalInterface
    public interface Target {

        /**
         * Opens it.
         *
         * @throws StoreFailure where it cannot be opened now
         */
        ReadingStore open() throws StoreFailure;
    }

    /**
     * A forwarder that is not started yet.
     *
     * @param database the tables beside which waits what is to be forwarded
     */
    public Forwarder(Path database, Target target, ForwardPosition position) {
        this.database = database;
        this.target = target;
        this.position = position;
    }

    /** Begins to forward. */
    public void start() {
        again(Duration.ZERO);
    }

    private void again(Duration pause) {
        try {
            var _ = thread.schedule(this::step, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            LOG.atTrace().log("The forwarder has ended");
        }
    }

    /** How it goes. */
    public SinkState state() {
        ForwardPosition.State at = position.state();
        return new SinkState(at.waiting(), forwarded.get(), at.lost(), refused.get(), trouble);
    }

    /** Forwards all that waits. */
    private void step() {
        Duration pause = PAUSE;
        try {
            ForwardPosition.State at = position.state();
            if (at.isOpen()) {
                ForwardReader from = reader(at);
                boolean more = true;
                while (more && !closed) {
                    more = forward(from);
                }
                backOff = PAUSE;
            }
        } catch (StoreFailure failure) {
            failed(failure);
            pause = backOff;
        } catch (RuntimeException e) { // the boundary of this loop
            failed(new StoreFailure(StoreFailure.Kind.PASSING, "Not forwarded: " + e, e));
            pause = backOff;
        }
        again(pause);
    }

    private ForwardReader reader(ForwardPosition.State at) throws StoreFailure {
        ForwardReader open = reader;
        if (open == null || at.opening() != opening) {
            closeReader();
            open = ForwardReader.open(database);
            reader = open;
            opening = at.opening();
        }
        return open;
    }

    /** Forwards a page; says whether there may be more. */
    private boolean forward(ForwardReader from) throws StoreFailure {
        ForwardPosition.State at = position.state();
        if (at.opening() != opening) {
            return false;
        }
        ForwardPage page = from.behind(at.through(), PAGE);
        if (page.size() > 0 || !trouble.isEmpty()) {
            ReadingStore into = store();
            if (page.size() > 0) {
                append(into, page.batch());
            }
            position.reached(opening, page.last());
            forwarded.addAndGet(page.size());
            well();
        }
        return page.size() == PAGE;
    }

    private ReadingStore store() throws StoreFailure {
        ReadingStore open = store;
        if (open == null) {
            open = target.open();
            store = open;
        }
        return open;
    }

    /** What the store does not take for what it holds is found, and left out. */
    private void append(ReadingStore into, ReadingBatch batch) throws StoreFailure {
        try {
            into.append(batch);
        } catch (StoreFailure failure) {
            if (failure.kind() != StoreFailure.Kind.CONTENT) {
                throw failure;
            }
            closeStore();
            appendEach(batch);
        }
    }

    private void appendEach(ReadingBatch batch) throws StoreFailure {
        for (var reading : batch.readings()) {
            appendOne(ReadingBatch.of(java.util.List.of(reading)));
        }
        for (var observation : batch.observations()) {
            appendOne(new ReadingBatch(java.util.List.of(), java.util.List.of(observation), 0, 0));
        }
    }

    private void appendOne(ReadingBatch one) throws StoreFailure {
        try {
            store().append(one);
        } catch (StoreFailure failure) {
            if (failure.kind() != StoreFailure.Kind.CONTENT) {
                throw failure;
            }
            closeStore();
            refused.incrementAndGet();
            LOG.atWarn()
                    .setCause(failure)
                    .log("A message is not forwarded: {}", failure.sentence());
        }
    }

    private void well() {
        if (!trouble.isEmpty()) {
            trouble = "";
            LOG.atInfo().addKeyValue("waiting", position.state().waiting()).log("Forwarding again");
        }
    }

    private void failed(StoreFailure failure) {
        closeStore();
        closeReader();
        if (!failure.sentence().equals(trouble)) {
            trouble = failure.sentence();
            LOG.atWarn()
                    .addKeyValue("waiting", position.state().waiting())
                    .setCause(failure)
                    .log("Nothing is forwarded: {}", failure.sentence());
        }
        Duration longer = backOff.multipliedBy(2);
        backOff = longer.compareTo(BACK_OFF_LAST) < 0 ? longer : BACK_OFF_LAST;
    }

    private void closeStore() {
        ReadingStore open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }

    private void closeReader() {
        ForwardReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }

    /** Ends after the page that is under way; what waits is forwarded after the next start. */
    @Override
    public void close() {
        closed = true;
        try {
            var _ =
                    thread.submit(() -> {
                        closeStore();
                        closeReader();
                    });
            thread.shutdown();
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.atWarn().log("The sink hangs; it is left alone");
            }
        } catch (RejectedExecutionException ended) {
            LOG.atTrace().log("The forwarder has ended already");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
