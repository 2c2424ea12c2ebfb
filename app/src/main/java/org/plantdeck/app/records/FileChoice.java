package org.plantdeck.app.records;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.plantdeck.app.words.Words;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Has somebody name a file: where one is to go, or one that is there. */
@FunctionalInterface
interface FileChoice {

    /**
     * Asks.
     *
     * @param owner the window that asks
     * @param suggested what is chosen where nothing else is; its end says what kind of file
     * @return empty where nothing was chosen
     */
    Optional<Path> choose(Window owner, Path suggested);

    /** The system's own dialog. */
    static FileChoice dialog() {
        return (owner, suggested) -> {
            Words words = Words.of(FileChoice.class);
            FileChooser chooser = new FileChooser();
            boolean picture = suggested.toString().endsWith(".png");
            chooser.setTitle(words.say(picture ? "picture.where" : "export.where"));
            chooser.getExtensionFilters()
                    .add(
                            picture
                                    ? new FileChooser.ExtensionFilter(
                                            words.say("picture.png"), "*.png")
                                    : new FileChooser.ExtensionFilter(
                                            words.say("export.csv"), "*.csv"));
            Path folder = suggested.toAbsolutePath().getParent();
            if (folder != null && Files.isDirectory(folder)) {
                chooser.setInitialDirectory(folder.toFile());
            }
            chooser.setInitialFileName(String.valueOf(suggested.getFileName()));
            File chosen = chooser.showSaveDialog(owner);
            return Optional.ofNullable(chosen).map(File::toPath);
        };
    }

    /** The system's own dialog for a file that is there. */
    static FileChoice opening() {
        return (owner, suggested) -> {
            Words words = Words.of(FileChoice.class);
            FileChooser chooser = new FileChooser();
            chooser.setTitle(words.say("import.where"));
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(
                                    words.say("export.csv"), "*.csv", "*.txt", "*.tsv"),
                            new FileChooser.ExtensionFilter(words.say("import.any"), "*"));
            if (Files.isDirectory(suggested)) {
                chooser.setInitialDirectory(suggested.toFile());
            }
            return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
        };
    }
}
