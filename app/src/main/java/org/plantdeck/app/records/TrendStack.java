package org.plantdeck.app.records;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final TimeMark pointer = new TimeMark("crosshair", TrendLane.HEAD);
    private final Map<Cursor, TimeMark> cursors = new EnumMap<>(Cursor.class);
    private final Region range = new Region();
    private final List<Node> over = new ArrayList<>();
    private Optional<Range> chosen = Optional.empty();

    /** A stretch that is being chosen, as shares of the way from left to right. */
    private record Range(double from, double to) {}

    TrendStack() {
        getStyleClass().add("trend-stack");
        setFocusTraversable(true);
        setAccessibleText(WORDS.say("plots"));
        setAccessibleHelp(WORDS.say("plots-help"));
        range.getStyleClass().add("zoom-range");
        range.setManaged(false);
        range.setMouseTransparent(true);
        range.setVisible(false);
        over.add(range);
        for (Cursor cursor : Cursor.values()) {
            TimeMark mark = new TimeMark("cursor", 0);
            cursors.put(cursor, mark);
            over.addAll(mark.nodes());
        }
        over.addAll(pointer.nodes());
        getChildren().addAll(over);
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
        getChildren().addAll(over);
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
        pointer.show(lanes.isEmpty() ? OptionalDouble.empty() : share, words);
        requestLayout();
    }

    /** Shows a cursor at a share of the way; none where there is none, or where it is outside. */
    void cursor(Cursor cursor, OptionalDouble share) {
        TimeMark mark = cursors.get(cursor);
        if (mark != null) {
            mark.show(lanes.isEmpty() ? OptionalDouble.empty() : share, cursor.name());
        }
        requestLayout();
    }

    /** Shows the stretch between two shares of the way as one that is being chosen. */
    void choose(double from, double to) {
        chosen = Optional.of(new Range(Math.min(from, to), Math.max(from, to)));
        range.setVisible(true);
        requestLayout();
    }

    /** Nothing is being chosen any more. */
    void unchoose() {
        chosen = Optional.empty();
        range.setVisible(false);
    }

    private double place(double share) {
        return TrendChart.Frame.IN_STACK.left() + share * plotWidth();
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
        TimeMark.Frame frame = new TimeMark.Frame(TrendLane.HEAD, getHeight() - FOOT, getWidth());
        pointer.layout(this::place, frame);
        cursors.values().forEach(it -> it.layout(this::place, frame));
        chosen.ifPresent(it ->
                range.resizeRelocate(
                        place(it.from()),
                        frame.top(),
                        place(it.to()) - place(it.from()),
                        frame.bottom() - frame.top()));
    }
}
