package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The buttons of the trend: lengths, live, scales, a step back and forward, cursors. Threads: the
 * screen's.
 */
final class TrendTools extends HBox implements Piecemeal {

    private static final Words WORDS = Words.of(TrendTools.class);

    /** Where a cursor is put, as a share of what is shown. */
    private static final Map<Cursor, Double> PLACES = Map.of(Cursor.A, 1 / 3.0, Cursor.B, 2 / 3.0);

    private final TrendPane trend;
    private final List<RangeButton> ranges = new ArrayList<>();
    private final ToggleButton live = new ToggleButton(WORDS.say("live"));
    private final ToggleButton fit = new ToggleButton(WORDS.say("fit"));
    private final ToggleButton overlay = new ToggleButton();
    private final Button undo = icon(Feather.CORNER_UP_LEFT, WORDS.say("undo"));
    private final Button redo = icon(Feather.CORNER_UP_RIGHT, WORDS.say("redo"));
    private final Button between = icon(Feather.ZOOM_IN, WORDS.say("zoom-between"));
    private final ShiftBox shifts;
    private final Map<Cursor, ToggleButton> cursors = new EnumMap<>(Cursor.class);

    private record RangeButton(Duration span, ToggleButton button) {}

    /** The buttons of a trend. */
    TrendTools(TrendPane trend) {
        super(4);
        this.trend = trend;
        shifts = new ShiftBox(trend, trend::tell);
        setAlignment(Pos.CENTER_LEFT);
        Region line = new Region();
        line.getStyleClass().add("divider");
        getChildren().add(line);
        addRanges();
        live.setOnAction(_ -> {
            if (live.isSelected()) {
                trend.view().follow();
            } else {
                trend.view().hold();
            }
            moved();
        });
        fit.setOnAction(_ -> trend.fit(fit.isSelected()));
        fit.setAccessibleText(WORDS.say("fit-name"));
        fit.setTooltip(new Tooltip(WORDS.say("fit-name")));
        overlay.setGraphic(new FontIcon(Feather.LAYERS));
        overlay.setAccessibleText(WORDS.say("overlay"));
        overlay.setTooltip(new Tooltip(WORDS.say("overlay")));
        overlay.setOnAction(_ -> {
            trend.overlay(overlay.isSelected());
            moved();
        });
        undo.setOnAction(_ -> undo());
        redo.setOnAction(_ -> redo());
        getChildren().addAll(live, fit, overlay, undo, redo);
        addCursors();
        getChildren().add(shifts);
        getChildren()
                .forEach(it -> {
                    if (it instanceof ButtonBase button) {
                        button.setMinWidth(Region.USE_PREF_SIZE);
                    }
                });
        refresh();
    }

    private void addRanges() {
        for (Duration span : TrendViewModel.RANGES) {
            ToggleButton button = new ToggleButton(words(span));
            button.setAccessibleText(WORDS.say("range", Times.span(span)));
            button.setOnAction(_ -> {
                trend.view().range(span);
                moved();
            });
            ranges.add(new RangeButton(span, button));
            getChildren().add(button);
        }
        Button all = new Button(WORDS.say("range-all"));
        all.setAccessibleText(WORDS.say("range-all-name"));
        all.setTooltip(new Tooltip(WORDS.say("range-all-name")));
        all.setOnAction(_ -> {
            trend.view().all();
            moved();
        });
        getChildren().add(all);
    }

    private void addCursors() {
        Label title = new Label(WORDS.say("cursors-title"));
        title.getStyleClass().add("note");
        title.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(title);
        for (Cursor cursor : Cursor.values()) {
            ToggleButton button = new ToggleButton(cursor.name());
            button.setAccessibleText(WORDS.say("cursor", cursor));
            button.setTooltip(new Tooltip(WORDS.say("cursor-tip", cursor)));
            button.setOnAction(_ -> {
                if (button.isSelected()) {
                    double share = PLACES.getOrDefault(cursor, 0.5);
                    trend.cursors().set(cursor, trend.view().grid().window().at(share));
                } else {
                    trend.cursors().clear(cursor);
                }
                moved();
            });
            cursors.put(cursor, button);
            getChildren().add(button);
        }
        between.setOnAction(_ -> {
            trend.cursors().between().ifPresent(it -> trend.view().stretch(it.from(), it.to()));
            moved();
        });
        getChildren().add(between);
    }

    /** A button of a tool bar that shows an icon and says its name to those who ask. */
    static Button icon(Ikon icon, String name) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("bar-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /** As on the buttons of other trend tools: "24 h", not "1 d". */
    private static String words(Duration span) {
        return span.toDays() > 1
                ? WORDS.say("range-days", span.toDays())
                : WORDS.say("range-hours", span.toHours());
    }

    private void undo() {
        trend.view().undo();
        moved();
    }

    private void redo() {
        trend.view().redo();
        moved();
    }

    /** Ctrl+Z goes a step back, Ctrl+Y and Ctrl+Shift+Z forward again. */
    void key(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown() || !isVisible()) {
            return;
        }
        boolean again =
                event.getCode() == KeyCode.Y
                        || (event.getCode() == KeyCode.Z && event.isShiftDown());
        if (again) {
            redo();
            event.consume();
        } else if (event.getCode() == KeyCode.Z) {
            undo();
            event.consume();
        }
    }

    private void moved() {
        trend.draw();
        refresh();
    }

    /** Shows what is so in the trend. */
    void refresh() {
        TrendViewModel view = trend.view();
        Duration span = view.window().span();
        ranges.forEach(it -> it.button().setSelected(it.span().equals(span)));
        live.setSelected(view.isLive());
        fit.setSelected(trend.isFitted());
        overlay.setSelected(trend.isOverlaid());
        shifts.refresh();
        undo.setDisable(!view.canUndo());
        redo.setDisable(!view.canRedo());
        cursors.forEach(
                (cursor, button) -> button.setSelected(trend.cursors().at(cursor).isPresent()));
        between.setDisable(trend.cursors().between().isEmpty());
    }
}
