package org.plantdeck.app.records;

import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
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
    private static final double LEAST_PLOT = 72;
    private static final double FOOT = 20;

    /** A plot of several pens has room for their ends. */
    private static final double LEAST_PER_PEN = 22;

    /** Several axes in one plot are what is looked at. */
    private static final double LEAST_OVERLAID = 168;

    private final List<TrendLane> lanes = new ArrayList<>();
    private final NoteMarks notes = new NoteMarks();
    private final TimeMark pointer = new TimeMark("crosshair");
    private final Map<Cursor, TimeMark> cursors = new EnumMap<>(Cursor.class);
    private final Region range = new Region();
    private final Region offered = new Region();
    private final List<Node> over = new ArrayList<>();
    private Optional<Range> chosen = Optional.empty();

    /** A stretch that is being chosen, as shares of the way from left to right. */
    private record Range(double from, double to) {}

    TrendStack() {
        getStyleClass().add("trend-stack");
        setFocusTraversable(true);
        setAccessibleText(WORDS.say("plots"));
        setAccessibleHelp(WORDS.say("plots-help"));
        over.add(notes);
        range.getStyleClass().add("zoom-range");
        range.setManaged(false);
        range.setMouseTransparent(true);
        range.setVisible(false);
        over.add(range);
        offered.getStyleClass().add("axis-offered");
        offered.setManaged(false);
        offered.setMouseTransparent(true);
        offered.setVisible(false);
        over.add(offered);
        for (Cursor cursor : Cursor.values()) {
            TimeMark mark = new TimeMark("cursor");
            cursors.put(cursor, mark);
            over.addAll(mark.nodes());
        }
        over.addAll(pointer.nodes());
        getChildren().addAll(over);
    }

    /**
     * Shows the plots of these pens; those that stay keep theirs.
     *
     * @param axes the pens of each axis
     * @param overlaid whether all axes are in one plot
     */
    void lanes(List<List<TagFacts>> axes, boolean overlaid) {
        List<TrendLane.Spec> specs = specs(axes, overlaid);
        if (specs.equals(lanes.stream().map(TrendLane::spec).toList())) {
            return;
        }
        List<TrendLane> before = List.copyOf(lanes);
        lanes.clear();
        for (TrendLane.Spec spec : specs) {
            lanes.add(
                    before.stream()
                            .filter(it -> it.spec().equals(spec))
                            .findFirst()
                            .orElseGet(() -> new TrendLane(spec)));
        }
        getChildren().setAll(lanes);
        getChildren().addAll(over);
        for (TrendLane lane : lanes) {
            lane.chart().showTimes(lane == lanes.getLast());
        }
        requestLayout();
    }

    private static List<TrendLane.Spec> specs(List<List<TagFacts>> axes, boolean overlaid) {
        if (overlaid && !axes.isEmpty()) {
            return List.of(new TrendLane.Spec(axes, 1));
        }
        List<TrendLane.Spec> specs = new ArrayList<>();
        int number = 1;
        for (List<TagFacts> axis : axes) {
            specs.add(new TrendLane.Spec(List.of(axis), number));
            number += axis.size();
        }
        return specs;
    }

    List<TrendLane> lanes() {
        return lanes;
    }

    /** How many pixels of the screen a plot is wide; 0 before it is laid out. */
    int pixels() {
        return lanes.isEmpty() ? 0 : lanes.getFirst().chart().pixels();
    }

    private TrendChart.Frame frame() {
        return lanes.isEmpty() ? TrendChart.Frame.IN_STACK : lanes.getFirst().spec().frame();
    }

    private double plotWidth() {
        return Math.max(1, getWidth() - frame().left() - frame().rightWithoutBox());
    }

    /** How far a place is on the way from the left edge of the plots to the right, 0 to 1. */
    double share(double x) {
        return Math.clamp((x - frame().left()) / plotWidth(), 0, 1);
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

    /** What people have noted. */
    NoteMarks notes() {
        return notes;
    }

    /**
     * An axis at the left of the plots.
     *
     * @param pen the first one it is of
     * @param room where it is
     */
    record Axis(TagFacts pen, Rectangle2D room) {}

    /** The axis at a place; empty in the plots and beside them. */
    Optional<Axis> axisAt(Point2D place) {
        double left = frame().left();
        if (place.getX() < 0 || place.getX() >= left) {
            return Optional.empty();
        }
        return lanes.stream()
                .filter(it -> it.getBoundsInParent().contains(left, place.getY()))
                .findFirst()
                .map(lane -> {
                    List<List<TagFacts>> axes = lane.spec().axes();
                    int outermost = axes.size() - 1;
                    int number = (int) ((left - place.getX()) / AxisColumn.WIDTH);
                    int axis = Math.clamp(number, 0, outermost);
                    double from = axis == outermost ? 0 : left - AxisColumn.WIDTH * (axis + 1);
                    double to = left - AxisColumn.WIDTH * axis;
                    double top = lane.getLayoutY();
                    return new Axis(
                            axes.get(axis).getFirst(),
                            new Rectangle2D(from, top, to - from, lane.getHeight()));
                });
    }

    /** Shows which axis takes what is dragged; none for nothing. */
    void offer(Optional<Axis> axis) {
        offered.setVisible(axis.isPresent());
        axis.map(Axis::room)
                .ifPresent(it ->
                        offered.resizeRelocate(
                                it.getMinX(), it.getMinY(), it.getWidth(), it.getHeight()));
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
        return frame().left() + share * plotWidth();
    }

    /** What the first plots need, up to a number of them. */
    double leastHeight(int plots) {
        return FOOT + lanes.stream().limit(plots).mapToDouble(this::least).sum();
    }

    private double least(TrendLane lane) {
        int pens = lane.spec().pens().size();
        return lane.headHeight(Math.max(1, getWidth()))
                + Math.max(
                        lane.spec().axes().size() > 1 ? LEAST_OVERLAID : LEAST_PLOT,
                        pens > 1 ? pens * LEAST_PER_PEN : 0);
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
        double spare = Math.max(0, getHeight() - leastHeight(lanes.size()));
        double each = Math.floor(spare / lanes.size());
        double y = 0;
        for (TrendLane lane : lanes) {
            boolean last = lane == lanes.getLast();
            double height = last ? getHeight() - y : least(lane) + each;
            layoutInArea(lane, 0, y, getWidth(), height, 0, HPos.LEFT, VPos.TOP);
            y += height;
        }
        double top = lanes.getFirst().headHeight(getWidth()) + TrendChart.TOP;
        double foot = lanes.getLast().chart().footHeight();
        TimeMark.Frame frame = new TimeMark.Frame(top, getHeight() - foot, getWidth());
        double pointerTop = lanes.size() == 1 ? frame.bottom() + 2 : top - TimeMark.LINE;
        pointer.layout(this::place, frame, pointerTop);
        cursors.values().forEach(it -> it.layout(this::place, frame, top));
        notes.setVisible(getWidth() > frame().left());
        notes.resizeRelocate(0, 0, getWidth(), getHeight());
        notes.layout(this::place, frame);
        chosen.ifPresent(it ->
                range.resizeRelocate(
                        place(it.from()),
                        frame.top(),
                        place(it.to()) - place(it.from()),
                        frame.bottom() - frame.top()));
    }
}
