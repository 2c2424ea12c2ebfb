package org.plantdeck.app.controls;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.trends.TimeTicks;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A plot with its axes: values at the left, times below, limits with a word, and the newest value
 * in a box at the right edge. Threads: the screen's.
 */
public final class TrendChart extends Region {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double LEFT = 48;
    private static final double RIGHT = 76;
    private static final double BOTTOM = 22;
    private static final double TOP = 8;
    private static final double LINE = 18;
    private static final double LEAST_PER_TIME = 84;
    private static final double LEAST_PER_VALUE = 34;

    private final TrendPlot plot = new TrendPlot();
    private final List<Label> values = new ArrayList<>();
    private final List<Label> times = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();
    private final Label box = new Label();
    private TrendPlot.Content content = TrendPlot.Content.nothing();
    private double newest = Double.NaN;

    /** A chart with nothing in it. */
    public TrendChart() {
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
        double right = box.isVisible() ? RIGHT : 12;
        double width = Math.max(10, getWidth() - LEFT - right);
        double height = Math.max(10, getHeight() - TOP - BOTTOM);
        plot.resizeRelocate(LEFT, TOP, width, height);
        List<TimeTicks.Tick> ticks =
                TimeTicks.of(
                        content.from(), content.to(), (int) Math.max(1, width / LEAST_PER_TIME));
        plot.show(content.with(ticks.stream().map(TimeTicks.Tick::at).toList()));
        layoutTimes(ticks, width, height);
        layoutValues(height);
        layoutWords(width, height);
        if (box.isVisible()) {
            double y = TOP + height * (1 - content.scale().share(newest));
            double boxWidth = Math.max(58, Math.ceil(box.prefWidth(-1)));
            box.resizeRelocate(
                    LEFT + width + 4,
                    Math.clamp(y - 11, 0, Math.max(0, getHeight() - 22)),
                    boxWidth,
                    22);
        }
    }

    private void layoutTimes(List<TimeTicks.Tick> ticks, double width, double height) {
        reuse(times, ticks.size(), "trend-time");
        double span = content.to().toEpochMilli() - content.from().toEpochMilli();
        for (int i = 0; i < ticks.size(); i++) {
            double share =
                    (ticks.get(i).at().toEpochMilli() - content.from().toEpochMilli()) / span;
            Label label = times.get(i);
            label.setText(ticks.get(i).word());
            double own = Math.ceil(label.prefWidth(-1));
            double x = Math.clamp(LEFT + share * width - own / 2, LEFT - 8, LEFT + width - own + 8);
            label.resizeRelocate(x, TOP + height + 3, own, LINE);
        }
    }

    private void layoutValues(double height) {
        TrendScale scale = content.scale();
        int count = scale.tickCount((int) Math.floor(height / LEAST_PER_VALUE) + 1);
        List<Double> ticks = scale.ticks(count);
        int decimals = scale.tickDecimals(count);
        reuse(values, count, "trend-value");
        for (int i = 0; i < count; i++) {
            Label label = values.get(i);
            label.setText(Numbers.text(ticks.get(i), decimals));
            label.setAlignment(Pos.CENTER_RIGHT);
            double y = TOP + height * (1 - scale.share(ticks.get(i)));
            label.resizeRelocate(0, y - LINE / 2, LEFT - 6, LINE);
        }
    }

    private void layoutWords(double width, double height) {
        List<LimitLine> lines =
                content.limits().stream()
                        .filter(it -> !it.word().isEmpty() && isInside(it.value()))
                        .sorted(Comparator.comparingDouble(LimitLine::value))
                        .toList();
        reuse(words, lines.size(), "trend-word");
        double lowestTop = Double.POSITIVE_INFINITY;
        for (int i = 0; i < lines.size(); i++) {
            double y = TOP + height * (1 - content.scale().share(lines.get(i).value()));
            double top = lines.get(i).below() || y < TOP + LINE ? y : y - LINE;
            boolean hasRoom = lowestTop - top >= LINE;
            words.get(i).setVisible(hasRoom);
            words.get(i).setText(lines.get(i).word());
            words.get(i).resizeRelocate(LEFT + 5, top, Math.max(0, width - 10), LINE);
            lowestTop = hasRoom ? top : lowestTop;
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
