package org.plantdeck.app.hall;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.text.TextAlignment;

import org.plantdeck.app.live.Shown;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;

/**
 * The seven-point scale of thermal sensation of ISO 7730, cold to hot, with the predicted mean vote
 * as a pointer below it. Threads: the screen's.
 */
final class ComfortScale extends Region {

    private static final Words WORDS = Words.of(ComfortScale.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final int POINTS = 7;
    private static final int NEUTRAL = 3;
    private static final double BAR = 22;
    private static final double POINTER = 13;
    private static final double WORDS_HEIGHT = 34;

    /** Half a point beyond the outermost votes, so that each point has an equal share. */
    private static final double EXTENT = 3.5;

    private final List<Region> points = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();
    private final Polygon pointer = new Polygon(0, 0, POINTER / 2, POINTER, -POINTER / 2, POINTER);
    private double vote = Double.NaN;

    ComfortScale() {
        for (int i = 0; i < POINTS; i++) {
            Region point = new Region();
            point.getStyleClass().add(i == NEUTRAL ? "comfort-neutral" : "comfort-point");
            Label word = new Label(WORDS.say("comfort." + (i - NEUTRAL)));
            word.getStyleClass().add("comfort-word");
            word.setWrapText(true);
            word.setTextAlignment(TextAlignment.CENTER);
            word.setAlignment(Pos.TOP_CENTER);
            points.add(point);
            words.add(word);
        }
        pointer.getStyleClass().add("indicator-pointer");
        getChildren().addAll(points);
        getChildren().addAll(words);
        getChildren().add(pointer);
        getChildren().forEach(it -> it.setManaged(false));
        setMinSize(0, BAR + POINTER + WORDS_HEIGHT + 4);
        setPrefHeight(BAR + POINTER + WORDS_HEIGHT + 4);
        setMaxHeight(USE_PREF_SIZE);
    }

    /** Shows a vote. */
    void show(Shown shown) {
        vote = shown.number();
        pointer.setVisible(Double.isFinite(vote));
        pointer.pseudoClassStateChanged(STALE, shown.freshness().isStale());
        setAccessibleText(WORDS.say("comfort.accessible", shown.text()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double step = getWidth() / POINTS;
        for (int i = 0; i < POINTS; i++) {
            double left = Math.round(i * step);
            double width = Math.round((i + 1) * step) - left;
            points.get(i).resizeRelocate(left, 0, width - (i < POINTS - 1 ? 2 : 0), BAR);
            words.get(i).resizeRelocate(left, BAR + POINTER + 4, width, WORDS_HEIGHT);
        }
        if (Double.isFinite(vote)) {
            double share = Math.clamp((vote + EXTENT) / (2 * EXTENT), 0, 1);
            pointer.setLayoutX(share * getWidth());
            pointer.setLayoutY(BAR + 1);
        }
    }
}
