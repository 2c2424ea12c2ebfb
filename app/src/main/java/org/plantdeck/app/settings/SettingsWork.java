package org.plantdeck.app.settings;

import org.plantdeck.app.door.Door;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.app.work.ScreenWork;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.SettingsEditor;
import org.plantdeck.plantruntime.settings.SettingsImport;
import org.plantdeck.plantruntime.settings.SettingsState;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Reads and changes the file of the settings beside the screen, one act after the other. Threads:
 * as {@link ScreenWork} says.
 */
final class SettingsWork implements AutoCloseable {

    private static final Words WORDS = Words.of(SettingsWork.class);

    private final SettingsEditor editor;
    private final Ear ear;
    private final ScreenWork work;

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
        this.ear = ear;
        work = new ScreenWork("settings", door);
    }

    /** Reads the file again. */
    void read() {
        work.act(
                () -> {
                    SettingsState state = editor.read();
                    return () -> ear.shows(state);
                },
                ear::cannotRead);
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
    private void act(Supplier<Runnable> act) {
        work.act(
                act,
                refused -> {
                    read();
                    ear.told(refused);
                });
    }

    @Override
    public void close() {
        work.close();
    }
}
