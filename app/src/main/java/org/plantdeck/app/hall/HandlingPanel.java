package org.plantdeck.app.hall;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Figure;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.Choice;
import org.plantdeck.app.operate.SetPoint;
import org.plantdeck.app.operate.TwoSteps;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hall, the unit that gives it its air, and what may be asked of both. */
final class HandlingPanel implements AutoCloseable {

    private static final Words WORDS = Words.of(HandlingPanel.class);

    private static final double MOST_GAP = 40;

    private final Panel panel = new Panel(WORDS.say("handling.title"));
    private final AirDrawing drawing;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final TwoSteps steps;
    private final SetPoint temperature;
    private final SetPoint damper;
    private final SetPoint lighting;
    private final Label damperFollows = new Label(WORDS.say("damper.follows"));
    private final VBox content;
    private Leaves newest = Leaves.builder().build();

    HandlingPanel(Desk desk) {
        drawing = new AirDrawing(desk);
        steps = new TwoSteps(desk, FactorySource.ENVIRONMENT);
        temperature =
                new SetPoint(
                        WORDS.say("temperature.name"),
                        new SetPoint.Range(16, 28, 1, "°C"),
                        it -> HallProposals.temperature(newest, it),
                        steps);
        damper =
                new SetPoint(
                        WORDS.say("damper"),
                        new SetPoint.Range(0, 100, 0, "%"),
                        it -> HallProposals.damper(newest, it),
                        steps);
        lighting =
                new SetPoint(
                        WORDS.say("lighting.name"),
                        new SetPoint.Range(0, 100, 0, "%"),
                        it -> HallProposals.lighting(newest, it),
                        steps);
        content = new VBox(6, picture(), commands());
        panel.loading();
    }

    private HBox picture() {
        HBox.setHgrow(drawing, Priority.ALWAYS);
        VBox hall = new VBox();
        hall.getStyleClass().add("hall-box");
        Label name = new Label(WORDS.say("hall.name"));
        name.getStyleClass().add("section-title");
        hall.getChildren().add(name);
        for (String key :
                new String[] {
                    "humidity",
                    "dew_point",
                    "radiant_temperature",
                    "pm25",
                    "people",
                    "machine_heat",
                    "ahu.outdoor_flow"
                }) {
            Figure figure = new Figure(WORDS.say("hall." + key));
            figures.put(key, figure);
            hall.getChildren().addAll(gap(), figure);
        }
        HBox picture = new HBox(drawing, hall);
        picture.setPrefHeight(0);
        VBox.setVgrow(picture, Priority.ALWAYS);
        return picture;
    }

    /** Room that the figures share where there is some. */
    private static Region gap() {
        Region gap = new Region();
        gap.setMaxHeight(MOST_GAP);
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private VBox commands() {
        Choice mode =
                new Choice(
                        WORDS.say("mode"),
                        HallProposals.MODES,
                        it -> HallProposals.mode(newest, it),
                        steps);
        Button automatic = new Button(WORDS.say("lighting.automatic"));
        automatic.getStyleClass().add("command-button");
        automatic.setMinWidth(Region.USE_PREF_SIZE);
        automatic.setOnAction(_ -> steps.propose(HallProposals.lightingAutomatic()));
        damperFollows.getStyleClass().add("quiet");
        damperFollows.setWrapText(true);
        damperFollows.setMinHeight(Region.USE_PREF_SIZE);
        StackPane place = new StackPane(damper, damperFollows);
        place.setAlignment(Pos.TOP_LEFT);
        GridPane setPoints = new GridPane(24, 0);
        setPoints.getStyleClass().add("hall-set-points");
        for (Region each : List.of(temperature, lighting, place)) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / 3);
            setPoints.getColumnConstraints().add(column);
            setPoints.addRow(0, each);
        }
        HBox.setHgrow(steps, Priority.ALWAYS);
        HBox acts = new HBox(8, mode, automatic, steps);
        HBox.setMargin(steps, new Insets(0, 0, 0, 16));
        return new VBox(10, setPoints, acts);
    }

    Node node() {
        return panel;
    }

    /** The first reading has arrived. */
    void begin() {
        panel.content(content);
    }

    void show(Snapshot now, HallModel model, Leaves values) {
        newest = values;
        Freshness freshness = now.freshness(FactorySource.ENVIRONMENT);
        panel.context(freshness.isStale() ? Times.age(freshness.age()) : model.handling());
        drawing.show(now, model);
        figures.forEach((key, figure) -> figure.show(now.shown(HallTags.tag(key))));
        temperature.show(now.shown(HallTags.tag("temperature_setpoint")));
        damper.show(now.shown(HallTags.tag("ahu.damper")));
        lighting.show(now.shown(HallTags.tag("lighting")));
        visible(damper, model.damperByHand());
        visible(damperFollows, !model.damperByHand());
        steps.refresh();
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    @Override
    public void close() {
        steps.close();
    }
}
