package org.plantdeck.historian.ingest;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Moves messages from the intake into the store, acknowledges them, removes what is too old, and
 * opens the store again when it fails. Threads: everything runs on the executor, which has one
 * thread, except {@link #wake} and {@link #state}, which any may call.
 */
public final class StoreWriter {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);
    private static final Duration BACK_OFF_FIRST = Duration.ofMillis(250);
    private static final Duration BACK_OFF_LAST = Duration.ofSeconds(10);

    /** Rows of each source that one step of retention removes: a few milliseconds. */
    private static final int PRUNED_A_STEP = 200;

    private final StoreOpener opener;
    private final Intake intake;
    private final Rules rules;
    private final ScheduledExecutorService executor;
    private final Runnable troubleChanged;
    private final AtomicBoolean commitWaits = new AtomicBoolean();
    private volatile WriterState state = WriterState.closed();

    /** Valid until the next failure. */
    private @Nullable ReadingStore store;

    private int storedSincePruning;
    private boolean pruningWaits;

    /** Valid from the first failure until all is well again. */
    private Duration backOff = BACK_OFF_FIRST;

    private int oneByOne;
    private boolean ended;
    private boolean heldUp;
    private final AtomicLong observed = new AtomicLong();

    /**
     * By which rules is written.
     *
     * @param retention how long the rows of the tables are kept
     * @param space how much of the disk stays free
     */
    public record Rules(Duration retention, FreeSpace space) {}

    /**
     * A writer whose store is not open yet.
     *
     * @param troubleChanged called on the executor when writing begins to fail and when it is well
     *     again
     */
    public StoreWriter(
            StoreOpener opener,
            Intake intake,
            Rules rules,
            ScheduledExecutorService executor,
            Runnable troubleChanged) {
        this.opener = opener;
        this.intake = intake;
        this.rules = rules;
        this.executor = executor;
        this.troubleChanged = troubleChanged;
    }

    /** How the writing goes. */
    public WriterState state() {
        return state;
    }

    /**
     * Opens the store. One that is only locked or full for now is tried again from here on.
     *
     * @throws StoreFailure where it cannot be had without somebody doing something about it
     */
    public void open() throws StoreFailure {
        try {
            opened(opener.open());
        } catch (StoreFailure failure) {
            if (failure.kind() == StoreFailure.Kind.LASTING) {
                throw failure;
            }
            failed(failure, 0);
        }
    }

    private void opened(ReadingStore open) throws StoreFailure {
        store = open;
        publish(open, intake.size() == 0 ? "" : state.trouble());
    }

    private void publish(ReadingStore open, String trouble) throws StoreFailure {
        if (trouble.isEmpty() && !state.trouble().isEmpty()) {
            backOff = BACK_OFF_FIRST;
            LOG.atInfo().addKeyValue("waiting", intake.size()).log("Storing again");
        }
        become(new WriterState(true, open.counts(), open.extent(), trouble));
    }

    private void become(WriterState next) {
        boolean changed = !next.trouble().equals(state.trouble());
        state = next;
        if (changed) {
            troubleChanged.run();
        }
    }

    /** How many messages of topics that are not of the plant were stored since the start. */
    public long observed() {
        return observed.get();
    }

    /** Asks for a commit soon. */
    public void wake() {
        if (!commitWaits.getAndSet(true)) {
            try {
                executor.execute(() -> {
                    commitWaits.set(false);
                    commit();
                });
            } catch (RejectedExecutionException ended) {
                LOG.atTrace().log("The historian has ended");
            }
        }
    }

    /** Stores and acknowledges what waits. */
    public void commit() {
        ReadingStore open = store;
        if (open == null) {
            return;
        }
        Optional<String> objection = rules.space().objection();
        if (objection.isPresent()) {
            holdUp(objection.get());
            return;
        }
        Intake.Next next = intake.next(oneByOne > 0 ? 1 : Intake.CAPACITY);
        try {
            if (!next.isEmpty()) {
                ReadingBatch batch = next.batch();
                open.append(batch);
                storedSincePruning += batch.readings().size();
                observed.addAndGet(batch.observations().size());
                oneByOne = Math.max(0, oneByOne - 1);
                publish(open, "");
                intake.release(next);
            } else if (heldUp) {
                publish(open, "");
            }
            heldUp = false;
            if (storedSincePruning >= PRUNED_A_STEP) {
                prune();
            }
        } catch (StoreFailure failure) {
            failed(failure, next);
        } catch (RuntimeException e) { // the boundary of this loop
            failed(new StoreFailure(StoreFailure.Kind.CONTENT, "Not stored: " + e, e), next);
        }
        if (intake.size() >= Intake.WAKE_AT || oneByOne > 0) {
            wake();
        }
    }

    /** Leaves everything where it is until there is room; what is too old still goes. */
    private void holdUp(String objection) {
        if (!heldUp) {
            heldUp = true;
            LOG.atWarn().addKeyValue("waiting", intake.size()).log(objection);
        }
        WriterState last = state;
        become(new WriterState(last.opened(), last.counts(), last.extent(), objection));
    }

    private void failed(StoreFailure failure, Intake.Next next) {
        if (failure.kind() != StoreFailure.Kind.CONTENT) {
            failed(failure, 0);
        } else if (next.arrivals().size() > 1) {
            failed(failure, next.arrivals().size());
        } else {
            next.arrivals().forEach(it -> intake.reject(it, failure.sentence()));
            failed(failure, 1);
        }
    }

    /**
     * Gives up the store and tries again later.
     *
     * @param suspects how many messages to store one by one, to find the one that cannot be
     */
    private void failed(StoreFailure failure, int suspects) {
        if (!failure.sentence().equals(state.trouble())) {
            LOG.atWarn()
                    .addKeyValue("waiting", intake.size())
                    .setCause(failure)
                    .log(failure.sentence());
        }
        closeStore();
        oneByOne = Math.max(suspects, oneByOne);
        WriterState last = state;
        become(new WriterState(last.opened(), last.counts(), last.extent(), failure.sentence()));
        long wait = suspects > 0 ? 0 : backOff.toMillis();
        Duration longer = backOff.multipliedBy(2);
        backOff = longer.compareTo(BACK_OFF_LAST) < 0 ? longer : BACK_OFF_LAST;
        var _ = executor.schedule(this::reopen, wait, TimeUnit.MILLISECONDS);
    }

    private void reopen() {
        if (ended) {
            return;
        }
        try {
            opened(opener.open());
            commit();
        } catch (StoreFailure failure) {
            failed(failure, 0);
        } catch (RuntimeException e) { // the boundary of this loop
            failed(new StoreFailure(StoreFailure.Kind.PASSING, "Not opened: " + e, e), 0);
        }
    }

    /** One step of retention; takes its place in the queue again where there is more to remove. */
    public void prune() {
        ReadingStore open = store;
        if (open == null || pruningWaits) {
            return;
        }
        storedSincePruning = 0;
        try {
            if (open.prune(rules.retention(), PRUNED_A_STEP)) {
                pruningWaits = true;
                executor.execute(() -> {
                    pruningWaits = false;
                    prune();
                });
            }
            publish(open, state.trouble());
        } catch (StoreFailure failure) {
            failed(failure, 0);
        } catch (RuntimeException e) { // the boundary of this loop
            failed(new StoreFailure(StoreFailure.Kind.PASSING, "Not pruned: " + e, e), 0);
        }
    }

    private void closeStore() {
        ReadingStore open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }

    /** Stores and acknowledges what waits, and closes the store. */
    public void close() {
        while (store != null && intake.size() > 0 && !heldUp) {
            commit();
        }
        ended = true;
        closeStore();
    }
}
