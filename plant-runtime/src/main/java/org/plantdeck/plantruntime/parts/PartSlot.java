package org.plantdeck.plantruntime.parts;

import org.jspecify.annotations.Nullable;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Part;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The place of one part in a process. A part is started and closed once, so each start has a new
 * object. Threads: any; one lock is held while the part is made, starts or ends, and what is asked
 * about it does not wait for that.
 */
final class PartSlot {

    private static final Logger LOG = LoggerFactory.getLogger(PartSlot.class);

    private final PartName name;
    private final Supplier<RunPart> maker;
    private final Object life = new Object();
    private volatile @Nullable RunPart present;
    private volatile PartState state = PartState.STOPPED;
    private volatile String absence = "not started yet";
    private boolean sealed;

    /**
     * @param maker makes the part with its links, not started
     */
    PartSlot(PartName name, Supplier<RunPart> maker) {
        this.name = name;
        this.maker = maker;
    }

    PartName name() {
        return name;
    }

    PartState state() {
        return state;
    }

    /** The part, from when it is made until it has ended. */
    Optional<Part> part() {
        return Optional.ofNullable(present).map(RunPart::part);
    }

    /** What the part says of itself; offline with the reason where there is none. */
    Health health() {
        RunPart there = present;
        return there == null
                ? new Health(Health.State.OFFLINE, absence, Leaves.builder().build())
                : there.part().health();
    }

    /** Whether the part is connected and at work, or was. */
    boolean isReady() {
        RunPart there = present;
        return there != null && there.part().isReady();
    }

    /** Why the part has ended without being told to; empty while it has not. */
    Optional<String> endByItself() {
        RunPart there = present;
        if (there == null || state != PartState.RUNNING) {
            return Optional.empty();
        }
        Optional<String> reason = there.end();
        return state == PartState.RUNNING ? reason : Optional.empty();
    }

    /** Makes the part for the start that follows; throws {@link PartFailure} after the last end. */
    void make() {
        synchronized (life) {
            refuseAfterTheEnd();
            present = maker.get();
            state = PartState.STARTING;
        }
    }

    /** Starts the part that was made; throws {@link StartFailure} where it cannot work. */
    void start() {
        synchronized (life) {
            refuseAfterTheEnd();
            RunPart made = present;
            if (made == null) {
                throw new IllegalStateException(name.word() + " is not made yet");
            }
            try {
                made.part().start();
            } catch (PartFailure e) {
                throw failed(e);
            } catch (SettingsFailure e) {
                throw failed(new PartFailure(e.sentence(), e));
            }
            state = PartState.RUNNING;
        }
        LOG.atInfo().addKeyValue("part", name.word()).log("Started");
    }

    private void refuseAfterTheEnd() {
        if (sealed) {
            throw new PartFailure("ended before " + name.word() + " was started");
        }
    }

    private StartFailure failed(PartFailure why) {
        StartFailure failure = new StartFailure(name, why);
        stop();
        absence = failure.sentence();
        return failure;
    }

    /** Says that the part is to end, so that nobody takes that for an end by itself. */
    void announceStop() {
        synchronized (life) {
            if (present != null) {
                state = PartState.STOPPING;
            }
        }
    }

    /**
     * Ends the part, if it is there. The boundary at which the end of one part cannot keep the
     * others from theirs.
     *
     * @return whether it has ended in order
     */
    boolean stop() {
        synchronized (life) {
            RunPart ending = present;
            if (ending == null) {
                return true;
            }
            state = PartState.STOPPING;
            try {
                ending.part().close();
                LOG.atInfo().addKeyValue("part", name.word()).log("Closed");
                return true;
            } catch (RuntimeException e) {
                LOG.atError()
                        .addKeyValue("part", name.word())
                        .setCause(e)
                        .log("The part could not be closed in order");
                return false;
            } finally {
                absence = "ended";
                present = null;
                state = PartState.STOPPED;
            }
        }
    }

    /** Ends the part for good: it is not started again. */
    void end() {
        synchronized (life) {
            sealed = true;
            stop();
        }
    }
}
