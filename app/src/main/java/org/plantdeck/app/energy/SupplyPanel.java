package org.plantdeck.app.energy;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Indicator;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.StackedFigure;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Tag;

import java.util.LinkedHashMap;
import java.util.Map;

/** Voltages, currents and frequency as indicators, and what follows from them. */
final class SupplyPanel {

    private static final Words WORDS = Words.of(SupplyPanel.class);
    private static final int COLUMNS = 5;
    private static final int ROWS = 2;

    private final Desk desk;
    private final Panel panel = new Panel(WORDS.say("supply.title"));
    private final GridPane grid = new GridPane();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, StackedFigure> figures = new LinkedHashMap<>();

    SupplyPanel(Desk desk) {
        this.desk = desk;
        grid.setHgap(4);
        grid.setVgap(6);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < ROWS; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / ROWS);
            grid.getRowConstraints().add(row);
        }
        indicator("voltages.L1", "voltage.l1", 0, 0);
        indicator("voltages.L2", "voltage.l2", 1, 0);
        indicator("voltages.L3", "voltage.l3", 2, 0);
        indicator("voltage_unbalance", "voltage.unbalance", 3, 0);
        indicator("frequency", "frequency", 4, 0);
        indicator("currents.L1", "current.l1", 0, 1);
        indicator("currents.L2", "current.l2", 1, 1);
        indicator("currents.L3", "current.l3", 2, 1);
        grid.add(figures(), 3, 1, 2, 1);
        panel.loading();
    }

    private void indicator(String key, String word, int column, int row) {
        Tag tag = EnergyTags.tag(key);
        TrendScale scale = new TrendScale(tag.low(), tag.high(), tag.decimals());
        Indicator indicator = new Indicator(tag, WORDS.say(word), scale);
        indicators.put(key, indicator);
        grid.add(indicator, column, row);
    }

    private VBox figures() {
        figures.put("apparent_power", new StackedFigure(WORDS.say("apparent")));
        figures.put("reactive_power", new StackedFigure(WORDS.say("reactive")));
        figures.put("current_unbalance", new StackedFigure(WORDS.say("current.unbalance")));
        VBox column = new VBox(4);
        column.getChildren().addAll(figures.values());
        column.setAlignment(Pos.CENTER_LEFT);
        column.getStyleClass().add("energy-figures");
        return column;
    }

    Node node() {
        return panel;
    }

    /** The first reading has arrived. */
    void begin() {
        panel.content(grid);
    }

    void show(Snapshot now, EnergyModel model) {
        Arrangement.context(panel, now.freshness(FactorySource.ENERGY), model.supply());
        indicators.forEach((key, indicator) -> {
            Tag tag = EnergyTags.tag(key);
            indicator.show(now.shown(tag), desk.alarms().priority(tag));
        });
        figures.forEach((key, figure) -> figure.show(now.shown(EnergyTags.tag(key))));
    }
}
