package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.words.Words;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes a picture of the trend into a file, to the clipboard or to paper, and says what came of it.
 * Threads: the screen's; files are written beside it.
 */
final class PictureStrip extends HBox {

    private static final Words WORDS = Words.of(PictureStrip.class);
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PRINT =
            new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN);

    private final Desk desk;
    private final TrendPane trend;
    private final FileChoice choice;
    private final Printing printing;
    private final Label words = new Label();

    /**
     * @param choice asks for a file
     * @param printing brings it to paper
     */
    PictureStrip(Desk desk, TrendPane trend, FileChoice choice, Printing printing) {
        super(12);
        this.desk = desk;
        this.trend = trend;
        this.choice = choice;
        this.printing = printing;
        getStyleClass().addAll("panel", "export-pane");
        setAlignment(Pos.CENTER_LEFT);
        tell("");
    }

    /** The button whose menu offers what can be done. */
    Button button() {
        Button button = new Button();
        button.setGraphic(new FontIcon(Feather.IMAGE));
        button.getStyleClass().add("bar-button");
        button.setAccessibleText(WORDS.say("picture.button"));
        button.setTooltip(new Tooltip(WORDS.say("picture.button")));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            ContextMenu menu = new ContextMenu();
            menu.getItems().setAll(items());
            menu.show(button, Side.BOTTOM, 0, 4);
        });
        return button;
    }

    /** What the menu offers. */
    List<MenuItem> items() {
        MenuItem save = new MenuItem(WORDS.say("picture.save"));
        save.setOnAction(_ -> desk.door().event(this::save));
        MenuItem copy = new MenuItem(WORDS.say("picture.copy"));
        copy.setAccelerator(COPY);
        copy.setOnAction(_ -> copy());
        MenuItem print = new MenuItem(WORDS.say("picture.print"));
        print.setAccelerator(PRINT);
        print.setOnAction(_ -> desk.door().event(this::print));
        List<MenuItem> items = List.of(save, copy, print);
        items.forEach(it -> it.setDisable(!canBeTaken()));
        return items;
    }

    /** Ctrl+C copies, Ctrl+P prints. */
    void key(KeyEvent event) {
        if (!canBeTaken()) {
            return;
        }
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (PRINT.match(event)) {
            print();
            event.consume();
        }
    }

    private boolean canBeTaken() {
        return trend.getScene() != null && !trend.shownTags().isEmpty();
    }

    private void save() {
        Path home = Path.of(System.getProperty("user.home", "."));
        Path suggested =
                PictureModel.suggestion(
                        home, trend.subject().window().to(), ZoneId.systemDefault());
        WritableImage picture = picture();
        choice.choose(getScene().getWindow(), suggested)
                .map(PictureModel::named)
                .ifPresent(it -> save(picture, it));
    }

    /** The boundary at which a file that cannot be written becomes a sentence. */
    private void save(WritableImage picture, Path file) {
        tell(WORDS.say("picture.saving", file));
        var _ =
                CompletableFuture.supplyAsync(
                                () -> {
                                    try {
                                        PictureFile.write(picture, file);
                                        return WORDS.say("picture.saved", file);
                                    } catch (IOException e) {
                                        return WORDS.say(
                                                "picture.not-saved", file, PictureFile.reason(e));
                                    }
                                },
                                Thread::startVirtualThread)
                        .thenAccept(it -> desk.door().event(() -> tell(it)));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture());
        boolean copied = Clipboard.getSystemClipboard().setContent(content);
        tell(WORDS.say(copied ? "picture.copied" : "picture.not-copied"));
    }

    /** On paper it is as on the light screen, whatever the theme: ink on white. */
    private void print() {
        Scene paper = new Scene(new HBox());
        Look.dress(paper, Theme.LIGHT);
        tell(
                printing.print(
                        getScene().getWindow(), TrendPicture.of(trend, paper.getStylesheets())));
    }

    private WritableImage picture() {
        return TrendPicture.of(trend, getScene().getStylesheets());
    }

    private void tell(String sentence) {
        words.setText(sentence);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        boolean any = !sentence.isEmpty();
        if (any && getChildren().isEmpty()) {
            Button dismiss = new Button(WORDS.say("export.dismiss"));
            dismiss.setMinWidth(USE_PREF_SIZE);
            dismiss.setOnAction(_ -> tell(""));
            getChildren().setAll(words, dismiss);
        }
        setVisible(any);
        setManaged(any);
    }
}
