package org.plantdeck.app.logs;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.support.SupportBundle;
import org.plantdeck.plantruntime.support.SupportFacts;
import org.plantdeck.signal.PartStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Makes support bundles beside the screen. One goes on when its screen is left. Threads: the
 * screen's, its own for the work.
 */
final class BundleWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BundleWork.class);
    private static final Words WORDS = Words.of(BundleWork.class);

    private final Desk desk;
    private final Consumer<String> told;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("support-bundle").daemon().factory());
    private boolean closed;

    /**
     * @param told hears what is done and what came of it, on the screen's thread
     */
    BundleWork(Desk desk, Consumer<String> told) {
        this.desk = desk;
        this.told = told;
    }

    /**
     * Makes one.
     *
     * @param statuses what the parts said last
     */
    void make(Path file, List<PartStatus> statuses) {
        told.accept(WORDS.say("bundle-under-way", file));
        thread.execute(() -> {
            String outcome = outcome(file, statuses);
            var _ =
                    desk.door()
                            .event(() -> {
                                if (!closed) {
                                    told.accept(outcome);
                                }
                            });
        });
    }

    /** The boundary at which work that fails, even by a bug, becomes a sentence. */
    private String outcome(Path file, List<PartStatus> statuses) {
        try {
            SupportBundle.write(
                    file,
                    SupportFacts.of(
                            desk.session().version(),
                            desk.session().wallClock().instant(),
                            desk.session().directory(),
                            desk.session().settings(),
                            statuses));
            return WORDS.say("bundle-done", file);
        } catch (SettingsFailure failure) {
            return WORDS.say("bundle-failed", failure.sentence());
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("The support bundle could not be made");
            return WORDS.say("bundle-failed", String.valueOf(bug.getMessage()));
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
