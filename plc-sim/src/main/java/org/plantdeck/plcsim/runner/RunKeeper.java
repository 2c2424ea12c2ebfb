package org.plantdeck.plcsim.runner;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Keeps a run on the disk while it goes on: the journal ahead of it, the snapshots behind it. A
 * snapshot is taken at a tick and saved once the broker has taken every reading before that tick,
 * so that a restart repeats what may be missing. Threads: the plant's.
 */
final class RunKeeper {

    /** Tells whether what was published before a snapshot has reached the broker. */
    interface Delivered {
        boolean isDelivered();
    }

    private static final Logger LOG = LoggerFactory.getLogger(RunKeeper.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private record Pending(Snapshot snapshot, Delivered delivered) {}

    private final RunStore store;
    private final Journal journal;
    private final List<Input> toReplay;
    private final long replayUntil;
    private final long replayTicks;
    private @Nullable Pending pending;
    private long takenAt;
    private String trouble = "";
    private Instant tryAgainAt = Instant.MIN;

    /** A run that goes on behind a snapshot; what the journal holds is lived through first. */
    RunKeeper(RunStore store, Journal journal, RunStore.Saved saved) {
        this.store = store;
        this.journal = journal;
        this.toReplay = saved.inputs();
        this.replayUntil = saved.horizon();
        this.takenAt = saved.snapshot().tick();
        this.replayTicks = replayUntil - takenAt;
    }

    /** Whether a tick may have been run before, so that nothing new may reach it. */
    boolean isReplay(long tick) {
        return tick <= replayUntil;
    }

    /** How many ticks behind the snapshot may have been run before. */
    long replayTicks() {
        return replayTicks;
    }

    /** What reached a tick when it was run before. */
    List<Input> replayed(long tick) {
        return toReplay.stream().filter(input -> input.tick() == tick).toList();
    }

    /**
     * Makes sure that a tick may be run, saying so in the journal for as many ticks at once as
     * asked for; false while the disk refuses.
     */
    boolean allows(long tick, long ticksAtOnce, Instant wallNow) {
        if (tick <= journal.horizon()) {
            return true;
        }
        if (wallNow.isBefore(tryAgainAt)) {
            return false;
        }
        return tries(wallNow, () -> journal.allow(tick + ticksAtOnce - 1));
    }

    /** Writes down an input before it takes effect; false where the disk refuses. */
    boolean record(Input input, Instant wallNow) {
        return tries(wallNow, () -> journal.add(input));
    }

    /** Whether the next snapshot is due. */
    boolean isSnapshotDue(long tick, long everyTicks) {
        return pending == null && tick - takenAt >= everyTicks;
    }

    /** Takes a snapshot, to be saved once everything before it is delivered. */
    void take(Snapshot snapshot, Delivered delivered) {
        pending = new Pending(snapshot, delivered);
        takenAt = snapshot.tick();
    }

    /** Saves the snapshot that was taken, if it is time. */
    void saveWhenDelivered(Instant wallNow) {
        Pending waiting = pending;
        if (waiting != null
                && !wallNow.isBefore(tryAgainAt)
                && waiting.delivered().isDelivered()
                && tries(
                        wallNow,
                        () -> {
                            store.save(waiting.snapshot());
                            journal.forget(waiting.snapshot().tick());
                        })) {
            pending = null;
        }
    }

    /** Ends the run in order; where not everything is delivered, the journal repeats it. */
    void end(Snapshot last, boolean delivered, Instant wallNow) {
        tries(
                wallNow,
                () -> {
                    if (delivered) {
                        store.save(last);
                        journal.forget(last.tick());
                    }
                    journal.end(last.tick());
                    journal.close();
                });
    }

    /** Why nothing can be kept; empty while all is well. */
    String trouble() {
        return trouble;
    }

    private interface Step {
        void run() throws IOException;
    }

    private boolean tries(Instant wallNow, Step step) {
        try {
            step.run();
            trouble = "";
            return true;
        } catch (IOException e) {
            if (trouble.isEmpty()) {
                LOG.atError().setCause(e).log("The run cannot be kept");
            }
            trouble = "Cannot keep the run: " + e.getMessage();
            tryAgainAt = wallNow.plus(TRY_AGAIN);
            return false;
        }
    }
}
