package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Reading;

import java.util.EnumSet;
import java.util.List;

/**
 * The historian: what it counts, trends of whatever it keeps, its newest rows, and files of it.
 * Level 4. Threads: the screen's.
 */
public final class HistorianScreen implements Screen {

    private static final Words WORDS = Words.of(HistorianScreen.class);

    /** Shown where nobody says what to show. */
    private static final String FIRST_TAG = "factory/energy/power_consumption";

    private final VBox node = new VBox(16);
    private final CountsStrip counts = new CountsStrip();
    private final TrendPane trend;
    private final RowsPane rows;
    private final ExportPane export;
    private final ImportPane importing;
    private final PictureStrip picture;
    private final NoteStrip note;
    private final StackPane holder = new StackPane();
    private final TrendTools trendTools;
    private final LiveSubscription subscription;

    /**
     * Opens it.
     *
     * @param tags full names of the tags whose trends are shown; none for the plant's power
     */
    public HistorianScreen(Desk desk, List<String> tags) {
        this(desk, tags, FileChoice.dialog(), Printing.system());
    }

    HistorianScreen(Desk desk, List<String> tags, FileChoice choice, Printing printing) {
        trend = new TrendPane(desk, tags.isEmpty() ? List.of(FIRST_TAG) : tags, this::moved);
        trendTools = new TrendTools(trend);
        rows = new RowsPane(desk);
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
        node.getStyleClass().add("historian");
        VBox.setVgrow(holder, Priority.ALWAYS);
        holder.setMinHeight(0);
        holder.getChildren().setAll(trend);
        HBox bar = bar();
        List.of(counts, bar, export, importing, picture, note)
                .forEach(it -> it.setMinHeight(Region.USE_PREF_SIZE));
        node.getChildren().addAll(counts, bar, export, importing, picture, note, holder);
        node.addEventHandler(KeyEvent.KEY_PRESSED, trendTools::key);
        node.addEventHandler(KeyEvent.KEY_PRESSED, picture::key);
        subscription =
                desk.live()
                        .open(
                                EnumSet.of(
                                        Feed.LINE,
                                        Feed.ENERGY,
                                        Feed.ENVIRONMENT,
                                        Feed.FACTORY_STATUS),
                                new LiveListener() {
                                    @Override
                                    public void reading(Reading reading) {
                                        trend.take(reading);
                                    }
                                });
    }

    private HBox bar() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton asTrend = toggle("trend", group);
        ToggleButton asRows = toggle("rows", group);
        asTrend.setSelected(true);
        asTrend.setOnAction(_ -> {
            asTrend.setSelected(true);
            show(trend, true);
        });
        asRows.setOnAction(_ -> {
            asRows.setSelected(true);
            show(rows.panel(), false);
        });
        ToggleButton exporting = new ToggleButton(WORDS.say("export"));
        exporting.setOnAction(_ -> {
            export.open(exporting.isSelected());
            importing.open(false);
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar =
                new HBox(
                        8, asTrend, asRows, trendTools, gap, noting(), picture.button(), exporting);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("panel", "tool-bar-panel");
        exporting.setMinWidth(Region.USE_PREF_SIZE);
        return bar;
    }

    private Button noting() {
        Button button = new Button();
        button.setGraphic(new FontIcon(Feather.MESSAGE_SQUARE));
        button.getStyleClass().add("bar-button");
        button.setAccessibleText(WORDS.say("note.button"));
        button.setTooltip(new Tooltip(WORDS.say("note.button")));
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

    private void show(Region part, boolean isTrend) {
        holder.getChildren().setAll(part);
        trendTools.setVisible(isTrend);
    }

    private void moved() {
        trendTools.refresh();
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot now) {
        counts.show(CountsModel.of(now));
        trend.show(now);
        if (rows.panel().getParent() != null) {
            rows.show(now);
        }
        export.refresh();
    }

    @Override
    public boolean isComplete() {
        return trend.isComplete();
    }

    @Override
    public void close() {
        subscription.close();
        trend.close();
        rows.close();
        export.close();
        importing.close();
    }
}
