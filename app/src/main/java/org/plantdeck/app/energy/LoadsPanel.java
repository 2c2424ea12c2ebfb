package org.plantdeck.app.energy;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ShareBar;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every consumer: what it takes now on one scale for all, and its last two hours on its own. */
final class LoadsPanel {

    private static final Words WORDS = Words.of(LoadsPanel.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double LARGEST_KW =
            EnergyTags.LOADS.stream().mapToDouble(Tag::high).max().orElse(1);
    private static final double BAR_HEIGHT = 14;
    private static final double MOST_TREND_HEIGHT = 34;

    private final LiveTrends trends;
    private final Panel panel = new Panel(WORDS.say("loads.title"));
    private final GridPane grid = new GridPane();
    private final List<Load> loads = new ArrayList<>();

    /** The row of one consumer. */
    private record Load(Tag tag, ShareBar bar, Label number, TrendPlot course) {}

    LoadsPanel(LiveTrends trends) {
        this.trends = trends;
        grid.setHgap(12);
        column(Region.USE_PREF_SIZE, 0, HPos.LEFT);
        column(0, 55, HPos.LEFT);
        column(Region.USE_PREF_SIZE, 0, HPos.RIGHT);
        column(0, 45, HPos.LEFT);
        EnergyTags.LOADS.forEach(this::addRow);
        panel.loading();
    }

    private void column(double least, double growth, HPos alignment) {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(least);
        column.setHalignment(alignment);
        if (growth > 0) {
            column.setHgrow(Priority.ALWAYS);
            column.setPrefWidth(growth * 2);
        }
        grid.getColumnConstraints().add(column);
    }

    private void addRow(Tag tag) {
        Label name = new Label(WORDS.say(tag.key()));
        name.getStyleClass().add("load-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        ShareBar bar = new ShareBar(false);
        bar.setMaxHeight(BAR_HEIGHT);
        Label number = new Label(Numbers.NONE);
        number.getStyleClass().addAll("figure-number", "load-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        TrendPlot course = new TrendPlot();
        course.setMinSize(40, 0);
        course.setPrefHeight(16);
        course.setMaxHeight(MOST_TREND_HEIGHT);
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(100.0 / EnergyTags.LOADS.size());
        row.setValignment(VPos.CENTER);
        grid.getRowConstraints().add(row);
        grid.addRow(loads.size(), name, bar, number, course);
        GridPane.setMargin(course, new javafx.geometry.Insets(2, 0, 2, 0));
        loads.add(new Load(tag, bar, number, course));
    }

    Node node() {
        return panel;
    }

    /** The first reading has arrived. */
    void begin() {
        panel.content(grid);
    }

    void show(Snapshot now) {
        var freshness = now.freshness(FactorySource.ENERGY);
        Arrangement.context(panel, freshness, WORDS.say("loads.context"));
        for (Load load : loads) {
            Shown shown = now.shown(load.tag());
            load.bar().share(shown.number() / LARGEST_KW);
            load.number().setText(Numbers.text(shown.number(), shown.tag().decimals()));
            load.number().pseudoClassStateChanged(STALE, freshness.isStale());
            load.number().setAccessibleText(shown.tag().description() + " " + shown.text());
        }
    }

    /** Draws the courses up to a time. */
    void draw(Instant until) {
        for (Load load : loads) {
            Tag tag = load.tag();
            load.course()
                    .show(
                            new TrendPlot.Content(
                                    new TrendScale(tag.low(), tag.high(), tag.decimals()),
                                    Optional.empty(),
                                    List.of(),
                                    List.of(new Pen(trends.of(tag), false)),
                                    until.minus(LiveTrends.WINDOW),
                                    until,
                                    List.of()));
        }
    }
}
