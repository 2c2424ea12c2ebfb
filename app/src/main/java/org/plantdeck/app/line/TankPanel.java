package org.plantdeck.app.line;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.plantdeck.app.alarms.AlarmBoard;
import org.plantdeck.app.controls.Figure;
import org.plantdeck.app.controls.Indicator;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Leaves;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Product tank T1 with what flows in and out. Threads: the screen's. */
final class TankPanel {

    private static final Words WORDS = Words.of(TankPanel.class);

    /** Panel width, pixels, from which the drawing has room beside its figures. */
    private static final double WITH_DRAWING = 300;

    private final Panel panel = new Panel(WORDS.say("tank"));
    private final Indicator level =
            new Indicator(LineTags.of("tank.level"), "", new TrendScale(0, 100, 1));
    private final Region fill = new Region();
    private final StackPane tank = new StackPane(fill);
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private double share;

    TankPanel() {
        tank.getStyleClass().add("tank-body");
        fill.getStyleClass().add("tank-fill");
        StackPane.setAlignment(fill, Pos.BOTTOM_CENTER);
        tank.setMinSize(44, 40);
        tank.setPrefWidth(64);
        tank.setMaxHeight(220);
        tank.visibleProperty().bind(panel.widthProperty().greaterThan(WITH_DRAWING));
        tank.managedProperty().bind(tank.visibleProperty());
        tank.heightProperty().addListener((_, _, _) -> layoutFill());
        level.setAccessibleText(WORDS.say("tank"));
        VBox column = new VBox(3);
        add(column, "inflow", "tank.inflow");
        add(column, "outflow", "tank.outflow");
        add(column, "valve", "tank.valve");
        add(column, "pump", "tank.pump_speed");
        add(column, "level-setpoint", "tank.level_setpoint");
        add(column, "caps", "caps_level");
        column.getStyleClass().add("compact");
        HBox.setHgrow(column, Priority.ALWAYS);
        panel.context(WORDS.say("tank-context"));
        panel.content(new HBox(8, tank, level, column));
    }

    private void add(VBox column, String word, String key) {
        Figure figure = new Figure(WORDS.say(word));
        figures.put(key, figure);
        column.getChildren().add(figure);
    }

    private void layoutFill() {
        double height = Math.max(0, tank.getHeight() - 3) * share;
        fill.setMinHeight(height);
        fill.setMaxHeight(height);
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot now, AlarmBoard alarms) {
        Shown shown = LineModel.line(now, "tank.level");
        level.show(shown, alarms.priority(shown.tag()));
        level.show(
                OptionalDouble.of(LineModel.line(now, "tank.level_setpoint").number()),
                Leaves.builder().build());
        share = Double.isFinite(shown.number()) ? Math.clamp(shown.number() / 100, 0, 1) : 0;
        layoutFill();
        figures.forEach((key, figure) -> figure.show(LineModel.line(now, key)));
    }
}
