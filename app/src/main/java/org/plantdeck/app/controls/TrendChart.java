package org.plantdeck.app.controls;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.trends.Course;
import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.trends.TimeTicks;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A plot with its axes: values at the left, times below, limits with a word, and the newest value
 * in a box at the right edge. Threads: the screen's.
 */
public final class TrendChart extends Region {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    /** How far below its upper edge the plot begins. */
    public static final double TOP = 8;

    private static final double LINE = 18;
    private static final Words WORDS = Words.of(TrendChart.class);
    private static final double LEAST_PER_HOLE = 64;
    private static final double LEAST_PER_TIME = 84;
    private static final double LEAST_PER_VALUE = 34;

    private final Frame frame;
    private final TrendPlot plot = new TrendPlot();
    private final List<Label> values = new ArrayList<>();
    private final List<Label> times = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();
    private final List<Label> holes = new ArrayList<>();
    private final Label box = new Label();
    private boolean timesShown = true;
    private TrendPlot.Content content = TrendPlot.Content.nothing();
    private double newest = Double.NaN;

    /**
     * The room around a plot.
     *
     * @param left for the values
     * @param right for the box
     * @param rightWithoutBox for nothing, while there is no box
     */
    public record Frame(double left, double right, double rightWithoutBox) {

        /** Of a chart that stands alone. */
        public static final Frame ALONE = new Frame(48, 76, 12);

        /** Of one in a stack: all plots of it begin and end alike, whatever they show. */
        public static final Frame IN_STACK = new Frame(76, 92, 92);
    }

    /** A chart with nothing in it that stands alone. */
    public TrendChart() {
        this(Frame.ALONE);
    }

    /** A chart with nothing in it. */
    public TrendChart(Frame frame) {
        this.frame = frame;
        getStyleClass().add("trend-chart");
        box.getStyleClass().add("trend-box");
        box.setVisible(false);
        getChildren().addAll(plot, box);
        setMinSize(0, 0);
    }

    /** Shows courses; grid lines are set at round times. */
    public void show(TrendPlot.Content next) {
        content = next;
        requestLayout();
    }

    /** Sets whether times are written below it; another one of its stack may have them. */
    public void showTimes(boolean shown) {
        timesShown = shown;
        requestLayout();
    }

    /** How many pixels of the screen the plot is wide. */
    public int pixels() {
        return plot.pixels();
    }

    /** How high the part below the plot is. */
    public double footHeight() {
        return timesShown ? 22 : 4;
    }

    /** Shows the newest value at the right edge; not-a-number for none. */
    public void newest(double value, int decimals, Freshness freshness) {
        newest = value;
        box.setVisible(Double.isFinite(value));
        box.setText(Numbers.text(value, decimals));
        box.pseudoClassStateChanged(STALE, freshness.isStale());
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 140;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 72;
    }

    @Override
    protected void layoutChildren() {
        double right = box.isVisible() ? frame.right() : frame.rightWithoutBox();
        double width = Math.max(10, getWidth() - frame.left() - right);
        double height = Math.max(10, getHeight() - TOP - footHeight());
        plot.resizeRelocate(frame.left(), TOP, width, height);
        List<TimeTicks.Tick> ticks =
                TimeTicks.of(
                        content.from(), content.to(), (int) Math.max(1, width / LEAST_PER_TIME));
        plot.show(content.with(ticks.stream().map(TimeTicks.Tick::at).toList()));
        layoutTimes(timesShown ? ticks : List.of(), width, height);
        layoutValues(height);
        List<Course.Gap> gaps = gaps();
        layoutWords(width, height, gaps);
        layoutHoles(width, height, gaps);
        if (box.isVisible()) {
            double y = TOP + height * (1 - content.scale().share(newest));
            double boxWidth = Math.max(58, Math.ceil(box.prefWidth(-1)));
            box.resizeRelocate(
                    frame.left() + width + 4,
                    Math.clamp(y - 11, 0, Math.max(0, getHeight() - 22)),
                    boxWidth,
                    22);
        }
    }

    private double share(Instant at) {
        double span = content.to().toEpochMilli() - content.from().toEpochMilli();
        return (at.toEpochMilli() - content.from().toEpochMilli()) / span;
    }

    private void layoutTimes(List<TimeTicks.Tick> ticks, double width, double height) {
        reuse(times, ticks.size(), "trend-time");
        double left = frame.left();
        for (int i = 0; i < ticks.size(); i++) {
            double share = share(ticks.get(i).at());
            Label label = times.get(i);
            label.setText(ticks.get(i).word());
            double own = Math.ceil(label.prefWidth(-1));
            double x = Math.clamp(left + share * width - own / 2, left - 8, left + width - own + 8);
            label.resizeRelocate(x, TOP + height + 3, own, LINE);
        }
    }

    private void layoutValues(double height) {
        TrendScale scale = content.scale();
        int count = tickCount(scale, height);
        List<Double> ticks = scale.ticks(count);
        int decimals = scale.tickDecimals(count);
        reuse(values, count, "trend-value");
        for (int i = 0; i < count; i++) {
            Label label = values.get(i);
            label.setText(Numbers.text(ticks.get(i), decimals));
            label.setAlignment(Pos.CENTER_RIGHT);
            double y = TOP + height * (1 - scale.share(ticks.get(i)));
            label.resizeRelocate(0, y - LINE / 2, frame.left() - 6, LINE);
        }
    }

    /** How many values are written beside a plot of some height. */
    public static int tickCount(TrendScale scale, double height) {
        return scale.tickCount((int) Math.floor(height / LEAST_PER_VALUE) + 1);
    }

    private void layoutWords(double width, double height, List<Course.Gap> gaps) {
        List<LimitLine> lines =
                content.limits().stream()
                        .filter(it -> !it.word().isEmpty() && isInside(it.value()))
                        .sorted(Comparator.comparingDouble(LimitLine::value))
                        .toList();
        reuse(words, lines.size(), "trend-word");
        double left = frame.left() + 5 + width * leadingGap(gaps);
        double lowestTop = Double.POSITIVE_INFINITY;
        for (int i = 0; i < lines.size(); i++) {
            double y = TOP + height * (1 - content.scale().share(lines.get(i).value()));
            double top = lines.get(i).below() || y < TOP + LINE ? y : y - LINE;
            boolean hasRoom = lowestTop - top >= LINE;
            words.get(i).setVisible(hasRoom);
            words.get(i).setText(lines.get(i).word());
            words.get(i).resizeRelocate(left, top, Math.max(0, width - left), LINE);
            lowestTop = hasRoom ? top : lowestTop;
        }
    }

    private List<Course.Gap> gaps() {
        return content.pens().stream()
                .filter(it -> !it.second())
                .flatMap(it -> it.gaps(content.from(), content.to()).stream())
                .toList();
    }

    /** How far a gap reaches that begins at the left edge, as a share of the width. */
    private double leadingGap(List<Course.Gap> gaps) {
        return gaps.stream()
                .filter(it -> !it.from().isAfter(content.from()))
                .mapToDouble(it -> share(it.to()))
                .findFirst()
                .orElse(0);
    }

    /** A gap is named where there is room for the word. */
    private void layoutHoles(double width, double height, List<Course.Gap> all) {
        List<Course.Gap> gaps =
                all.stream()
                        .filter(it -> (share(it.to()) - share(it.from())) * width > LEAST_PER_HOLE)
                        .toList();
        reuse(holes, gaps.size(), "trend-hole");
        for (int i = 0; i < gaps.size(); i++) {
            Course.Gap gap = gaps.get(i);
            double left = frame.left() + share(gap.from()) * width;
            double own = (share(gap.to()) - share(gap.from())) * width;
            holes.get(i).setText(WORDS.say(gap.bad() ? "bad-value" : "no-data"));
            holes.get(i).resizeRelocate(left, TOP + (height - LINE) / 2, own, LINE);
        }
    }

    private boolean isInside(double value) {
        return value >= content.scale().low() && value <= content.scale().high();
    }

    private void reuse(List<Label> labels, int wanted, String style) {
        while (labels.size() < wanted) {
            Label label = new Label();
            label.getStyleClass().add(style);
            label.setManaged(false);
            labels.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setVisible(i < wanted);
        }
    }
}
