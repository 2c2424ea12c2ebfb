package org.plantdeck.app.overview;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.overview.OverviewModel.LineNow;
import org.plantdeck.app.overview.OverviewModel.Run;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;

/** Line 1 from pump to packer. Threads: the screen's. */
final class LineMimic extends Pane implements Piecemeal {

    private static final Words WORDS = Words.of(LineMimic.class);
    private static final PseudoClass STANDING = PseudoClass.getPseudoClass("standing");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double NAME = 20;
    private static final double OVER = 22;

    private final Line pipe = new Line();
    private final Circle pump = new Circle();
    private final Polygon impeller = new Polygon();
    private final Polygon valve = new Polygon();
    private final Region tank = new Region();
    private final Region tankFill = new Region();
    private final List<Machine> machines = new ArrayList<>();
    private final Label pumpName = label("pump", "machine-name");
    private final Label valveName = label("valve", "machine-name");
    private final Label tankName = label("tank", "machine-name");
    private final Label pumpSpeed = over();
    private final Label valveOpening = over();
    private final Label tankLevel = over();
    private double level;

    /** A machine of the line. */
    private static final class Machine {
        private final StackPane box = new StackPane();
        private final Label value = new Label();
        private final Label name;
        private final Label state = new Label();
        private final Label over = over();

        Machine(String key) {
            name = label(key, "machine-name");
            box.getStyleClass().add("machine");
            value.getStyleClass().add("machine-value");
            state.getStyleClass().add("machine-state");
            state.setAlignment(javafx.geometry.Pos.CENTER);
            box.getChildren().add(value);
        }

        void show(String text, String above, LineNow now) {
            value.setText(text);
            over.setText(above);
            state.setText(now.state());
            mark(box, now.run());
        }
    }

    LineMimic() {
        getStyleClass().add("line-mimic");
        pipe.getStyleClass().add("pipe");
        pump.getStyleClass().add("equipment-shape");
        impeller.getStyleClass().add("equipment-inner");
        valve.getStyleClass().add("equipment-shape");
        tank.getStyleClass().add("tank-body");
        tankFill.getStyleClass().add("tank-fill");
        getChildren().addAll(pipe, pump, impeller, valve, tank, tankFill);
        for (String key : List.of("filler", "capper", "inspection", "packer")) {
            Machine machine = new Machine(key);
            machines.add(machine);
            getChildren().addAll(machine.box, machine.name, machine.state, machine.over);
        }
        getChildren().addAll(pumpName, valveName, tankName, pumpSpeed, valveOpening, tankLevel);
        getChildren().forEach(it -> it.setManaged(false));
        tankLevel.getStyleClass().add("live");
    }

    private static Label label(String key, String style) {
        Label label = new Label(WORDS.say(key));
        label.getStyleClass().add(style);
        label.setAlignment(javafx.geometry.Pos.CENTER);
        return label;
    }

    private static Label over() {
        Label label = new Label();
        label.getStyleClass().add("machine-over");
        label.setAlignment(javafx.geometry.Pos.CENTER);
        return label;
    }

    private static void mark(Node node, Run run) {
        node.pseudoClassStateChanged(STANDING, run == Run.STANDS);
        node.pseudoClassStateChanged(STALE, run == Run.STALE);
    }

    void show(LineNow now) {
        pumpSpeed.setText(now.pump());
        valveOpening.setText(now.valve());
        tankLevel.setText(now.level());
        level = Double.isFinite(now.levelShare()) ? Math.clamp(now.levelShare(), 0, 1) : 0;
        mark(pump, now.supply());
        mark(valve, now.supply());
        machines.get(0).show(now.speed(), "", now);
        machines.get(1).show("", "", now);
        machines.get(2).show("", now.rejects(), now);
        machines.get(3).show(now.cases(), "", now);
        setAccessibleText(WORDS.say("line") + ", " + now.context());
        requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 132;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 190;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double tankTop = OVER;
        double tankHeight = getHeight() - OVER - NAME;
        double middle = Math.rint(tankTop + tankHeight / 2);
        double tankWidth = Math.clamp(width * 0.09, 60, 130);
        double tankX = Math.rint(width * 0.2);
        pipe.setStartX(width * 0.06);
        pipe.setEndX(width * 0.985);
        pipe.setStartY(middle);
        pipe.setEndY(middle);
        layoutPump(width * 0.06, middle);
        layoutValve(width * 0.145, middle);
        tank.resizeRelocate(tankX, tankTop, tankWidth, tankHeight);
        double fill = Math.rint((tankHeight - 3) * level);
        tankFill.resizeRelocate(
                tankX + 1.5, tankTop + tankHeight - 1.5 - fill, tankWidth - 3, fill);
        place(tankName, tankX + tankWidth / 2, tankTop + tankHeight);
        place(tankLevel, tankX + tankWidth / 2, 0);
        double[] at = {0.43, 0.595, 0.75, 0.915};
        double[] share = {0.125, 0.085, 0.105, 0.125};
        double height = Math.clamp(tankHeight * 0.55, 44, 90);
        for (int i = 0; i < machines.size(); i++) {
            layoutMachine(machines.get(i), width * at[i], width * share[i], middle, height);
        }
    }

    private void layoutPump(double x, double y) {
        double radius = 22;
        pump.setCenterX(x);
        pump.setCenterY(y);
        pump.setRadius(radius);
        impeller.getPoints()
                .setAll(
                        x - radius * 0.6,
                        y - radius * 0.78,
                        x + radius,
                        y,
                        x - radius * 0.6,
                        y + radius * 0.78);
        place(pumpName, x, y + radius + 12);
        place(pumpSpeed, x, y - radius - OVER - 2);
    }

    private void layoutValve(double x, double y) {
        double half = 17;
        valve.getPoints()
                .setAll(
                        x - half,
                        y - half * 0.8,
                        x + half,
                        y + half * 0.8,
                        x + half,
                        y - half * 0.8,
                        x - half,
                        y + half * 0.8);
        place(valveName, x, y + 34);
        place(valveOpening, x, y - 22 - OVER - 2);
    }

    private void layoutMachine(Machine it, double x, double width, double middle, double height) {
        it.box.resizeRelocate(
                Math.rint(x - width / 2), Math.rint(middle - height / 2), width, height);
        place(it.name, x, middle + height / 2 + 3);
        place(it.state, x, middle + height / 2 + 3 + NAME);
        place(it.over, x, middle - height / 2 - OVER);
    }

    private static void place(Label label, double x, double y) {
        double width = Math.ceil(label.prefWidth(-1));
        label.resizeRelocate(Math.rint(x - width / 2), Math.rint(y), width, NAME);
    }
}
