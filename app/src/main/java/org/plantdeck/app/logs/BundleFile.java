package org.plantdeck.app.logs;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.plantdeck.app.words.Words;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Has somebody say where a support bundle is to go. Threads: the screen's. */
@FunctionalInterface
interface BundleFile {

    /** Asks; empty where nothing was chosen. */
    Optional<Path> choose(Window owner, Instant now);

    /** The system's own dialog. */
    static BundleFile dialog() {
        return (owner, now) -> {
            Words words = Words.of(BundleFile.class);
            FileChooser chooser = new FileChooser();
            chooser.setTitle(words.say("bundle-where"));
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(words.say("bundle-zip"), "*.zip"));
            chooser.setInitialFileName(
                    "plantdeck-support-"
                            + LocalDate.ofInstant(now, ZoneId.systemDefault())
                            + ".zip");
            return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        };
    }
}
