package org.plantdeck.app.logs;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.words.Words;
import org.plantdeck.app.work.ScreenWork;
import org.plantdeck.plantruntime.support.SupportBundle;
import org.plantdeck.plantruntime.support.SupportFacts;
import org.plantdeck.signal.PartStatus;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes support bundles beside the screen. One goes on when its screen is left. Threads: as {@link
 * ScreenWork} says.
 */
final class BundleWork implements AutoCloseable {

    private static final Words WORDS = Words.of(BundleWork.class);

    private final Desk desk;
    private final Consumer<String> told;
    private final ScreenWork work;

    /**
     * @param told hears what is done and what came of it, on the screen's thread
     */
    BundleWork(Desk desk, Consumer<String> told) {
        this.desk = desk;
        this.told = told;
        work = new ScreenWork("support-bundle", desk.door());
    }

    /**
     * Makes one.
     *
     * @param statuses what the parts said last
     */
    void make(Path file, List<PartStatus> statuses) {
        told.accept(WORDS.say("bundle-under-way", file));
        work.act(
                () -> {
                    write(file, statuses);
                    return () -> told.accept(WORDS.say("bundle-done", file));
                },
                refused -> told.accept(WORDS.say("bundle-failed", refused)));
    }

    private void write(Path file, List<PartStatus> statuses) {
        SupportBundle.write(
                file,
                SupportFacts.of(
                        desk.session().version(),
                        desk.session().wallClock().instant(),
                        desk.session().directory(),
                        desk.session().settings(),
                        statuses));
    }

    @Override
    public void close() {
        work.close();
    }
}
