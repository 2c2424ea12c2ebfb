package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What can be done with what is recorded: the bar of buttons, and a strip below it for each of
 * those that ask for more. Threads: the screen's.
 */
final class RecordTools extends VBox implements Piecemeal, AutoCloseable {

    private static final Words WORDS = Words.of(RecordTools.class);

    private final TrendPane trend;
    private final ExportPane export;
    private final ImportPane importing;
    private final PictureStrip picture;
    private final NoteStrip note;
    private Optional<TrendTools> trendTools = Optional.empty();

    /** The strips, still without the bar. */
    RecordTools(Desk desk, TrendPane trend, FileChoice choice, Printing printing) {
        super(16);
        this.trend = trend;
        export = new ExportPane(desk, trend, choice);
        importing = new ImportPane(desk.door(), desk.importer(), FileChoice.opening());
        if (desk.session().history().server().isEmpty()) {
            export.onImport(() -> importing.open(true)); // a server has tools of its own
        }
        picture = new PictureStrip(desk, trend, choice, printing);
        note = new NoteStrip(trend.notes(), trend.stack()::requestFocus);
        trend.stack().notes().onPressed(note::change);
        trend.stack()
                .addEventHandler(
                        KeyEvent.KEY_PRESSED,
                        event -> {
                            if (event.getCode() == KeyCode.N && !event.isShortcutDown()) {
                                askForNote();
                                event.consume();
                            }
                        });
        List.of(export, importing, picture, note)
                .forEach(it -> it.setMinHeight(Region.USE_PREF_SIZE));
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(export, importing, picture, note);
    }

    /**
     * Puts the bar above the strips.
     *
     * @param asRows is told whether rows are to be seen instead of trends
     */
    void furnish(Consumer<Boolean> asRows) {
        TrendTools ofTrends = new TrendTools(trend);
        HBox bar = bar(ofTrends, asRows);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addFirst(bar);
        trendTools = Optional.of(ofTrends);
    }

    private HBox bar(TrendTools ofTrends, Consumer<Boolean> asRows) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton trends = toggle("trend", group);
        ToggleButton rows = toggle("rows", group);
        trends.setSelected(true);
        trends.setOnAction(_ -> {
            trends.setSelected(true);
            ofTrends.setVisible(true);
            asRows.accept(false);
        });
        rows.setOnAction(_ -> {
            rows.setSelected(true);
            ofTrends.setVisible(false);
            asRows.accept(true);
        });
        ToggleButton exporting = new ToggleButton(WORDS.say("export"));
        exporting.setOnAction(_ -> {
            export.open(exporting.isSelected());
            importing.open(false);
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, trends, rows, ofTrends, gap, noting(), picture.button(), exporting);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("panel", "tool-bar-panel");
        exporting.setMinWidth(Region.USE_PREF_SIZE);
        return bar;
    }

    private Button noting() {
        Button button = TrendTools.icon(Feather.MESSAGE_SQUARE, WORDS.say("note.button"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> askForNote());
        return button;
    }

    private void askForNote() {
        note.ask(trend.pointed(), trend.cursors().between());
    }

    private static ToggleButton toggle(String key, ToggleGroup group) {
        ToggleButton button = new ToggleButton(WORDS.say(key));
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** What its keys do, wherever on the screen they are pressed. */
    void key(KeyEvent event) {
        trendTools.ifPresent(it -> it.key(event));
        picture.key(event);
    }

    /** Shows what stretch of time is seen. */
    void moved() {
        trendTools.ifPresent(TrendTools::refresh);
    }

    /** Shows how far an export has come. */
    void refresh() {
        export.refresh();
    }

    @Override
    public void close() {
        export.close();
        importing.close();
    }
}
