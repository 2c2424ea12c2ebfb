package org.plantdeck.app.hall;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

import org.plantdeck.app.controls.Indicator;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Tag;

import java.util.List;

/**
 * The air handling unit as a duct from outdoors into the hall, with damper, filter, coil and fan in
 * it and an indicator under each. Threads: the screen's.
 */
final class AirDrawing extends Region {

    private static final Words WORDS = Words.of(AirDrawing.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass STANDING = PseudoClass.getPseudoClass("standing");
    private static final double WORD_HEIGHT = 18;
    private static final double LEAST_DUCT = 46;
    private static final double MOST_DUCT = 180;
    private static final double GAP = 4;
    private static final double MOST_INDICATOR = 480;
    private static final double[] PLACES = {0.24, 0.41, 0.58, 0.75};

    private final Desk desk;
    private final Line upper = shape(new Line(), "pipe");
    private final Line lower = shape(new Line(), "pipe");
    private final List<Line> blades =
            List.of(shape(new Line(), "damper-blade"), shape(new Line(), "damper-blade"));
    private final Rectangle filter = shape(new Rectangle(), "equipment-shape");
    private final Polyline folds = shape(new Polyline(), "equipment-mark");
    private final Rectangle coil = shape(new Rectangle(), "equipment-shape");
    private final Line pass = shape(new Line(), "equipment-mark");
    private final Circle fan = shape(new Circle(), "equipment-shape");
    private final Polygon rotor = shape(new Polygon(), "equipment-mark");
    private final Label outdoorName = label("machine-name", WORDS.say("outdoor.name"));
    private final Label outdoor = label("machine-over", "");
    private final Label supplyName = label("machine-name", WORDS.say("supply.name"));
    private final Label supply = label("machine-over", "");
    private final Label coilWord = label("machine-state", "");
    private final Label fanWord = label("machine-state", "");
    private final List<Tag> tags =
            List.of(
                    HallTags.tag("ahu.damper"),
                    HallTags.tag("ahu.filter_pressure"),
                    HallTags.tag("ahu.coil"),
                    HallTags.tag("ahu.fan_speed"));
    private final List<Indicator> indicators;
    private final List<Node> live =
            List.of(upper, lower, filter, folds, coil, pass, fan, rotor, outdoor, supply);
    private double opening;
    private double duct = LEAST_DUCT;

    AirDrawing(Desk desk) {
        this.desk = desk;
        List<String> words = List.of("damper", "filter", "coil", "fan");
        indicators =
                java.util.stream.IntStream.range(0, tags.size())
                        .mapToObj(it -> indicator(tags.get(it), WORDS.say(words.get(it))))
                        .toList();
        for (Label centred : List.of(coilWord, fanWord)) {
            centred.setAlignment(Pos.CENTER);
        }
        getChildren().addAll(upper, lower, filter, folds, coil, pass, fan, rotor);
        getChildren().addAll(blades);
        getChildren().addAll(outdoorName, outdoor, supplyName, supply, coilWord, fanWord);
        getChildren().addAll(indicators);
        getChildren().forEach(it -> it.setManaged(false));
        setMinSize(440, WORD_HEIGHT + LEAST_DUCT + GAP + indicators.getFirst().minHeight(-1));
        setPrefSize(600, 300);
    }

    private static <T extends Node> T shape(T node, String style) {
        node.getStyleClass().add(style);
        return node;
    }

    private static Label label(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private static Indicator indicator(Tag tag, String word) {
        return new Indicator(tag, word, new TrendScale(tag.low(), tag.high(), tag.decimals()));
    }

    void show(Snapshot now, HallModel model) {
        Freshness freshness = now.freshness(FactorySource.ENVIRONMENT);
        for (int i = 0; i < tags.size(); i++) {
            indicators.get(i).show(now.shown(tags.get(i)), desk.alarms().priority(tags.get(i)));
        }
        for (Node node : List.of(filter, folds, coil, pass, fan, rotor)) {
            node.pseudoClassStateChanged(STANDING, !model.runs());
        }
        live.forEach(it -> it.pseudoClassStateChanged(STALE, freshness.isStale()));
        blades.forEach(it -> it.pseudoClassStateChanged(STALE, freshness.isStale()));
        outdoor.setText(model.outdoor());
        supply.setText(model.supply());
        coilWord.setText(model.coil());
        fanWord.setText(model.standing());
        double next = now.shown(tags.getFirst()).number();
        if (next != opening) {
            opening = next;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = WORD_HEIGHT;
        duct = Math.clamp(Math.rint(getHeight() * 0.26), LEAST_DUCT, MOST_DUCT);
        double bottom = top + duct;
        place(upper, 0, top, width, top);
        place(lower, 0, bottom, width, bottom);
        layoutBlades(width * PLACES[0], top);
        layoutFilter(width * PLACES[1], top);
        layoutCoil(width * PLACES[2], top);
        layoutFan(width * PLACES[3], top);
        double spacing = width * (PLACES[1] - PLACES[0]);
        coilWord.resizeRelocate(width * PLACES[2] - spacing / 2, 0, spacing, WORD_HEIGHT);
        fanWord.resizeRelocate(width * PLACES[3] - spacing / 2, 0, spacing, WORD_HEIGHT);
        double side = width * PLACES[0] - 24;
        outdoorName.resizeRelocate(2, 0, side, WORD_HEIGHT);
        outdoor.resizeRelocate(2, top + 2, side, duct - 4);
        double right = width * PLACES[3] + duct / 2 + 8;
        supplyName.resizeRelocate(right, 0, width - right, WORD_HEIGHT);
        supply.resizeRelocate(right, top + 2, width - right - 4, duct - 4);
        double below = Math.min(MOST_INDICATOR, getHeight() - bottom - GAP);
        for (int i = 0; i < indicators.size(); i++) {
            indicators
                    .get(i)
                    .resizeRelocate(width * PLACES[i] - spacing / 2, bottom + GAP, spacing, below);
        }
    }

    /** Blades across the duct when it is closed, along it when it is open. */
    private void layoutBlades(double x, double top) {
        double share = Double.isFinite(opening) ? Math.clamp(opening / 100, 0, 1) : 0;
        double angle = Math.PI / 2 * (1 - share);
        double half = duct / 4 - 2;
        for (int i = 0; i < blades.size(); i++) {
            double y = top + duct * (i * 2 + 1) / 4;
            double dx = Math.cos(angle) * half;
            double dy = Math.sin(angle) * half;
            place(blades.get(i), x - dx, y + dy, x + dx, y - dy);
        }
    }

    private void layoutFilter(double x, double top) {
        box(filter, x, top, duct * 0.4);
        folds.getPoints().clear();
        int count = 8;
        for (int i = 0; i <= count; i++) {
            double side = duct * (i % 2 == 0 ? -0.13 : 0.13);
            folds.getPoints().addAll(x + side, top + 5 + (duct - 10) * i / count);
        }
    }

    private void layoutCoil(double x, double top) {
        double half = duct * 0.3;
        box(coil, x, top, half * 2);
        place(pass, x - half, top + duct - 3, x + half, top + 3);
    }

    private void box(Rectangle rectangle, double x, double top, double width) {
        rectangle.setX(x - width / 2);
        rectangle.setY(top + 2);
        rectangle.setWidth(width);
        rectangle.setHeight(duct - 4);
    }

    private void layoutFan(double x, double top) {
        double radius = duct / 2 - 4;
        double y = top + duct / 2;
        fan.setCenterX(x);
        fan.setCenterY(y);
        fan.setRadius(radius);
        rotor.getPoints()
                .setAll(
                        x - radius * 0.5,
                        y - radius * 0.87,
                        x - radius * 0.5,
                        y + radius * 0.87,
                        x + radius,
                        y);
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
