package org.plantdeck.app.records;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Plots one below the other with one axis of time, and the pointer across all of them. Threads: the
 * screen's.
 */
final class TrendStack extends Region {

    private static final Words WORDS = Words.of(TrendStack.class);
    private static final double LEAST_LANE = 92;
    private static final double FOOT = 20;

    private final List<TrendLane> lanes = new ArrayList<>();
    private final Line crosshair = new Line();
    private final Label time = new Label();
    private OptionalDouble pointer = OptionalDouble.empty();

    TrendStack() {
        getStyleClass().add("trend-stack");
        setFocusTraversable(true);
        setAccessibleText(WORDS.say("plots"));
        setAccessibleHelp(WORDS.say("plots-help"));
        crosshair.getStyleClass().add("crosshair");
        time.getStyleClass().add("crosshair-time");
        crosshair.setMouseTransparent(true);
        time.setMouseTransparent(true);
        crosshair.setManaged(false);
        time.setManaged(false);
        getChildren().addAll(crosshair, time);
        showPointer();
    }

    /** Shows the plots of these tags; those that stay keep theirs. */
    void lanes(List<TagFacts> tags) {
        if (tags.equals(lanes.stream().map(TrendLane::facts).toList())) {
            return;
        }
        List<TrendLane> before = List.copyOf(lanes);
        lanes.clear();
        for (TagFacts tag : tags) {
            lanes.add(
                    before.stream()
                            .filter(it -> it.facts().equals(tag))
                            .findFirst()
                            .orElseGet(() -> new TrendLane(tag)));
        }
        getChildren().setAll(lanes);
        getChildren().addAll(crosshair, time);
        for (TrendLane lane : lanes) {
            lane.chart().showTimes(lane == lanes.getLast());
        }
        requestLayout();
    }

    List<TrendLane> lanes() {
        return lanes;
    }

    /** How many pixels of the screen a plot is wide; 0 before it is laid out. */
    int pixels() {
        return lanes.isEmpty() ? 0 : lanes.getFirst().chart().pixels();
    }

    private double plotWidth() {
        TrendChart.Frame frame = TrendChart.Frame.IN_STACK;
        return Math.max(1, getWidth() - frame.left() - frame.rightWithoutBox());
    }

    /** How far a place is on the way from the left edge of the plots to the right, 0 to 1. */
    double share(double x) {
        return Math.clamp((x - TrendChart.Frame.IN_STACK.left()) / plotWidth(), 0, 1);
    }

    /** A distance as a share of the plots' width. */
    double shareOf(double distance) {
        return distance / plotWidth();
    }

    /** Shows the pointer at a share of the way with its time; none where there is none. */
    void pointer(OptionalDouble share, String words) {
        pointer = share;
        time.setText(words);
        showPointer();
        requestLayout();
    }

    private void showPointer() {
        crosshair.setVisible(pointer.isPresent() && !lanes.isEmpty());
        time.setVisible(crosshair.isVisible());
    }

    /** What so many plots need. */
    static double leastHeight(int plots) {
        return plots * LEAST_LANE + FOOT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return leastHeight(lanes.size());
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (lanes.isEmpty()) {
            return;
        }
        double each = Math.floor((getHeight() - FOOT) / lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            double height = i == lanes.size() - 1 ? getHeight() - each * i : each;
            layoutInArea(
                    lanes.get(i),
                    0,
                    each * i,
                    getWidth(),
                    height,
                    0,
                    javafx.geometry.HPos.LEFT,
                    VPos.TOP);
        }
        pointer.ifPresent(share -> {
            double x = TrendChart.Frame.IN_STACK.left() + Math.rint(share * plotWidth()) + 0.5;
            crosshair.setStartX(x);
            crosshair.setEndX(x);
            crosshair.setStartY(TrendLane.HEAD);
            crosshair.setEndY(getHeight() - FOOT);
            double width = Math.ceil(time.prefWidth(-1));
            time.resizeRelocate(
                    Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width)),
                    0,
                    width,
                    TrendLane.HEAD);
        });
    }
}
