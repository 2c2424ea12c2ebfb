package org.plantdeck.app.settings;

import org.plantdeck.app.door.Door;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.SettingsEditor;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsImport;
import org.plantdeck.plantruntime.settings.SettingsState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Reads and changes the file of the settings beside the screen, one act after the other. Threads:
 * the screen's, its own for the acts.
 */
final class SettingsWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsWork.class);
    private static final Words WORDS = Words.of(SettingsWork.class);

    private final SettingsEditor editor;
    private final Door door;
    private final Ear ear;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("settings").daemon().factory());
    private boolean closed;

    /** Hears what came of an act, on the screen's thread. */
    interface Ear {

        /** The settings are so now. */
        void shows(SettingsState state);

        /** The file is wrong or cannot be read. */
        void cannotRead(String sentence);

        /** An import was looked at. */
        void looked(SettingsImport looked);

        /** What was done, or why it was not. */
        void told(String sentence);
    }

    SettingsWork(SettingsEditor editor, Door door, Ear ear) {
        this.editor = editor;
        this.door = door;
        this.ear = ear;
    }

    /** Reads the file again. */
    void read() {
        thread.execute(this::readAgain);
    }

    void set(Setting<?> setting, String value) {
        change(() -> editor.set(setting, value), WORDS.say("done-set", setting.key()));
    }

    void reset(Setting<?> setting) {
        change(() -> editor.reset(setting), WORDS.say("done-reset", setting.key()));
    }

    void undo() {
        change(editor::undo, WORDS.say("done-undo"));
    }

    void take(SettingsImport looked) {
        String kept = editor.file().getFileName() + SettingsEditor.BEFORE_IMPORT;
        int count = looked.changes().size();
        String done =
                count == 1
                        ? WORDS.say("done-import-one", kept)
                        : WORDS.say("done-import", Numbers.text(count), kept);
        change(() -> editor.take(looked), done);
    }

    void exportTo(Path target) {
        act(() -> {
            editor.exportTo(target);
            return () -> ear.told(WORDS.say("done-export", target));
        });
    }

    void look(Path source) {
        act(() -> {
            SettingsImport looked = editor.look(source);
            return () -> ear.looked(looked);
        });
    }

    private void change(Supplier<SettingsState> change, String done) {
        act(() -> {
            SettingsState state = change.get();
            return () -> {
                ear.shows(state);
                ear.told(done);
            };
        });
    }

    /** After a refusal the file is read again: it may be why. */
    private void act(Supplier<Runnable> work) {
        thread.execute(() -> {
            Optional<String> refused = attempt(work);
            if (refused.isPresent()) {
                readAgain();
                show(() -> ear.told(refused.get()));
            }
        });
    }

    private void readAgain() {
        attempt(
                        () -> {
                            SettingsState state = editor.read();
                            return () -> ear.shows(state);
                        })
                .ifPresent(it -> show(() -> ear.cannotRead(it)));
    }

    /** The boundary at which an act that fails, even by a bug, becomes a sentence. */
    private Optional<String> attempt(Supplier<Runnable> work) {
        try {
            show(work.get());
            return Optional.empty();
        } catch (SettingsFailure failure) {
            return Optional.of(failure.sentence());
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("The settings could not be read or changed");
            return Optional.of(WORDS.say("broken"));
        }
    }

    private void show(Runnable what) {
        var _ =
                door.event(() -> {
                    if (!closed) {
                        what.run();
                    }
                });
    }

    /** Tells nothing more; what is under way is done to its end. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
