package org.plantdeck.app.energy;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import org.plantdeck.app.live.Shown;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;

/**
 * The capacitor bank as a single-line diagram: a busbar, and for each stage a switch and a
 * capacitor, with the switch's position as a word. Threads: the screen's.
 */
final class CapacitorDrawing extends Region {

    private static final Words WORDS = Words.of(CapacitorDrawing.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double WORD_HEIGHT = 20;
    private static final double PLATE_GAP = 6;
    private static final double MOST_SPACING = 76;

    private final Line bus = line("pipe");
    private final List<Stage> stages = new ArrayList<>();

    private static final class Stage {
        private final Line drop = line("equipment-inner");
        private final Line blade = line("equipment-inner");
        private final Line lead = line("equipment-inner");
        private final Line upper = line("pipe");
        private final Line lower = line("pipe");
        private final Line ground = line("equipment-inner");
        private final Label word = new Label();
        private boolean in;

        private List<Line> lines() {
            return List.of(drop, blade, lead, upper, lower, ground);
        }
    }

    CapacitorDrawing() {
        getChildren().add(bus);
        for (int i = 0; i < Compensation.STAGES; i++) {
            Stage stage = new Stage();
            stage.word.setAlignment(Pos.CENTER);
            stage.word.getStyleClass().add("machine-state");
            stages.add(stage);
            getChildren().addAll(stage.lines());
            getChildren().add(stage.word);
        }
        getChildren().forEach(it -> it.setManaged(false));
        setMinHeight(96);
        setPrefSize(200, 120);
        setMinWidth(0);
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().addAll(style, "capacitor-line");
        return line;
    }

    /** Shows how many stages are in. */
    void show(Shown shown) {
        boolean stale = shown.freshness().isStale();
        bus.pseudoClassStateChanged(STALE, stale);
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            stage.in = i < shown.number();
            stage.word.setText(WORDS.say(stage.in ? "stage.in" : "stage.out"));
            stage.lines().forEach(it -> it.pseudoClassStateChanged(STALE, stale));
        }
        setAccessibleText(WORDS.say("stages.accessible", shown.text()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double spacing = Math.min(MOST_SPACING, getWidth() / stages.size());
        double left = (getWidth() - spacing * stages.size()) / 2;
        double top = 6;
        double bottom = getHeight() - WORD_HEIGHT;
        place(bus, left + spacing * 0.2, top, left + spacing * (stages.size() - 0.2), top);
        for (int i = 0; i < stages.size(); i++) {
            layout(stages.get(i), left + spacing * (i + 0.5), spacing, top, bottom);
        }
    }

    private static void layout(Stage stage, double x, double spacing, double top, double bottom) {
        double height = bottom - top;
        double hinge = top + height * 0.46;
        double contact = top + height * 0.18;
        double plates = top + height * 0.74;
        double half = Math.min(14, spacing * 0.3);
        place(stage.drop, x, top, x, contact);
        place(stage.blade, x, hinge, stage.in ? x : x + half, stage.in ? contact : contact + 4);
        place(stage.lead, x, hinge, x, plates - PLATE_GAP / 2);
        place(stage.upper, x - half, plates - PLATE_GAP / 2, x + half, plates - PLATE_GAP / 2);
        place(stage.lower, x - half, plates + PLATE_GAP / 2, x + half, plates + PLATE_GAP / 2);
        place(stage.ground, x, plates + PLATE_GAP / 2, x, bottom - 2);
        stage.word.resizeRelocate(x - spacing / 2, bottom, spacing, WORD_HEIGHT);
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
