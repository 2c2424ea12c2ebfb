package org.plantdeck.app.work;

import org.plantdeck.app.door.Door;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a screen has done beside it, one act after the other. An act that is under way when its
 * screen is left is done to its end, and nobody hears of it. Threads: the screen's, its own for the
 * acts.
 */
public final class ScreenWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenWork.class);
    private static final Words WORDS = Words.of(ScreenWork.class);

    private final String name;
    private final Door door;
    private final ExecutorService thread;
    private boolean closed;

    /**
     * @param name of the thread, and of the work in the log
     * @param door to the screen that hears what came of it
     */
    public ScreenWork(String name, Door door) {
        this.name = name;
        this.door = door;
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /**
     * Has something done once what was asked for before is done.
     *
     * @param act does it, and gives what the screen is to show of it; throws {@link
     *     SettingsFailure} where it cannot be done
     * @param refused hears on the screen's thread, in the place of that, why it could not be done
     */
    public void act(Supplier<Runnable> act, Consumer<String> refused) {
        thread.execute(() -> {
            Runnable outcome = outcome(act, refused);
            var _ =
                    door.event(() -> {
                        if (!closed) {
                            outcome.run();
                        }
                    });
        });
    }

    /** The boundary at which an act that fails, even by a bug, becomes a sentence. */
    private Runnable outcome(Supplier<Runnable> act, Consumer<String> refused) {
        try {
            return act.get();
        } catch (SettingsFailure failure) {
            return () -> refused.accept(failure.sentence());
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).addKeyValue("work", name).log("The work has failed");
            return () -> refused.accept(WORDS.say("broken"));
        }
    }

    /** Tells nothing more; what is under way is done to its end. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
