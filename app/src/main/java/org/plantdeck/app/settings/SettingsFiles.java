package org.plantdeck.app.settings;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.plantdeck.app.words.Words;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** Has somebody name the file settings go to or come from. Threads: the screen's. */
interface SettingsFiles {

    /** Where an export is to go; empty where nothing was chosen. */
    Optional<Path> forExport(Window owner);

    /** Where an import is from; empty where nothing was chosen. */
    Optional<Path> forImport(Window owner);

    /** The system's own dialogs. */
    static SettingsFiles dialogs() {
        return new Dialogs();
    }

    /** The system's own dialogs. */
    final class Dialogs implements SettingsFiles {

        private static final Words WORDS = Words.of(Dialogs.class);

        private static FileChooser chooser(String title) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(WORDS.say("yaml"), "*.yaml", "*.yml"));
            return chooser;
        }

        @Override
        public Optional<Path> forExport(Window owner) {
            FileChooser chooser = chooser(WORDS.say("export-where"));
            chooser.setInitialFileName("plantdeck-settings.yaml");
            return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        }

        @Override
        public Optional<Path> forImport(Window owner) {
            return Optional.ofNullable(chooser(WORDS.say("import-where")).showOpenDialog(owner))
                    .map(File::toPath);
        }
    }
}
