package org.plantdeck.app.parts;

import org.plantdeck.app.door.Door;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.PartGroup;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.StartFailure;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Stops, starts and restarts the parts of this process beside the screen, one act at a time; it may
 * take some seconds where a broker hangs. An act goes on when its screen is left. Threads: those of
 * the screen's, its own for the acts.
 */
final class PartControl implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartControl.class);
    private static final Words WORDS = Words.of(PartControl.class);

    private final PartGroup parts;
    private final Door door;
    private final Consumer<String> told;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("part-control").daemon().factory());
    private boolean busy;
    private boolean closed;

    /** What can be done with a part. */
    enum Act {
        START,
        STOP,
        RESTART;

        /** Its word in the resources. */
        String key() {
            return switch (this) {
                case START -> "start";
                case STOP -> "stop";
                case RESTART -> "restart";
            };
        }
    }

    /**
     * @param told hears what is being done and what came of it, on the screen's thread
     */
    PartControl(PartGroup parts, Door door, Consumer<String> told) {
        this.parts = parts;
        this.door = door;
        this.told = told;
    }

    /** Whether an act is under way; another is not taken then. */
    boolean isBusy() {
        return busy;
    }

    /** Does it, unless another is under way. */
    void carryOut(Act act, PartName part) {
        if (closed) {
            return;
        }
        if (busy) {
            told.accept(WORDS.say("busy"));
            return;
        }
        busy = true;
        String name = PartWords.name(part.component());
        told.accept(WORDS.say("doing-" + act.key(), name));
        thread.execute(() -> {
            String outcome = outcome(act, part, name);
            door.event(() -> done(outcome));
        });
    }

    /** The boundary at which an act that fails, even by a bug, becomes a sentence. */
    private String outcome(Act act, PartName part, String name) {
        try {
            switch (act) {
                case START -> parts.start(part);
                case STOP -> parts.stop(part);
                case RESTART -> parts.restart(part);
            }
            return WORDS.say("done-" + act.key(), name);
        } catch (StartFailure failure) {
            return WORDS.say("failed", name, failure.sentence());
        } catch (PartFailure failure) {
            return WORDS.say("failed", name, failure.sentence());
        } catch (RuntimeException bug) {
            LOG.atError().addKeyValue("part", part.word()).setCause(bug).log("The act failed");
            return WORDS.say("broken", name);
        }
    }

    private void done(String outcome) {
        busy = false;
        if (!closed) {
            told.accept(outcome);
        }
    }

    /** Tells nothing more; what is under way is done to its end. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
