package org.plantdeck.app.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.plantdeck.app.live.Shown;
import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.trends.TrendSeries;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Priority;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An indicator with the last two hours beside it, on the same scale. Threads: the screen's. */
public final class TrendedIndicator extends Region {

    private static final double GAP = 4;
    private static final double LABEL_HEIGHT = 18;

    private final Indicator indicator;
    private final TrendPlot plot = new TrendPlot();
    private final Label begin = new Label();
    private final Label end = new Label();
    private final Tag tag;
    private final TrendScale scale;
    private final TrendSeries series;

    /** An indicator of a tag, on the tag's own scale. */
    public TrendedIndicator(Tag tag, String title, TrendSeries series) {
        this.tag = tag;
        this.series = series;
        scale = new TrendScale(tag.low(), tag.high(), tag.decimals());
        indicator = new Indicator(tag, title, scale);
        getStyleClass().add("trended-indicator");
        Words words = Words.of(TrendedIndicator.class);
        begin.setText(words.say("two-hours-ago"));
        end.setText(words.say("now"));
        begin.getStyleClass().add("trend-note");
        end.getStyleClass().addAll("trend-note", "trend-note-end");
        getChildren().addAll(indicator, plot, begin, end);
        getChildren().forEach(it -> it.setManaged(false));
    }

    /** Shows a value, its set point and its course up to a time. */
    public void show(
            Shown shown, Optional<Priority> alarm, OptionalDouble setpoint, Instant until) {
        indicator.show(shown, alarm);
        indicator.show(setpoint, Leaves.builder().build());
        plot.show(
                new TrendPlot.Content(
                        scale,
                        TagLimits.band(tag),
                        limits(tag),
                        List.of(new Pen(series, false)),
                        until.minus(LiveTrends.WINDOW),
                        until,
                        List.of()));
    }

    private static List<LimitLine> limits(Tag tag) {
        return TagLimits.of(tag).stream()
                .map(it -> it.bound(Leaves.builder().build()))
                .filter(OptionalDouble::isPresent)
                .map(it -> new LimitLine(it.getAsDouble(), ""))
                .toList();
    }

    @Override
    protected double computeMinWidth(double height) {
        return indicator.minWidth(-1) + 40;
    }

    @Override
    protected double computePrefWidth(double height) {
        return indicator.prefWidth(-1) + 160;
    }

    @Override
    protected double computeMinHeight(double width) {
        return indicator.minHeight(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return indicator.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double own = indicator.minWidth(-1) + 8;
        indicator.resizeRelocate(0, 0, own, getHeight());
        double left = own + GAP;
        double width = Math.max(0, getWidth() - left);
        double top = indicator.trackTop();
        double height = indicator.trackHeight();
        plot.resizeRelocate(left, top, width, height);
        begin.resizeRelocate(left, top + height + 3, width / 2, LABEL_HEIGHT);
        end.resizeRelocate(left + width / 2, top + height + 3, width / 2, LABEL_HEIGHT);
    }
}
