package org.plantdeck.app.hall;

import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;

import java.time.Instant;
import java.util.List;

/** The last two hours of a tag with its band and its limits. Threads: the screen's. */
final class Course {

    private static final int TICKS = 5;

    private final Tag tag;
    private final LiveTrends trends;
    private final TrendScale scale;
    private final List<LimitLine> limits;
    private final TrendChart chart = new TrendChart();

    Course(Tag tag, LiveTrends trends) {
        this.tag = tag;
        this.trends = trends;
        scale = scale(tag);
        limits = LimitWords.of(TagLimits.of(tag));
    }

    /** The scale of the tag, or a wider one where that can be divided into round steps. */
    private static TrendScale scale(Tag tag) {
        TrendScale own = new TrendScale(tag.low(), tag.high(), tag.decimals());
        TrendScale wider = TrendScale.round(tag.low(), tag.high(), tag.decimals());
        return own.tickCount(TICKS) >= wider.tickCount(TICKS) ? own : wider;
    }

    TrendChart chart() {
        return chart;
    }

    TrendScale scale() {
        return scale;
    }

    /** Shows the newest value at the right edge. */
    void show(Shown shown) {
        chart.newest(shown.number(), tag.decimals(), shown.freshness());
    }

    /** Draws it up to a time. */
    void draw(Instant until) {
        chart.show(
                new TrendPlot.Content(
                        scale,
                        TagLimits.band(tag),
                        limits,
                        List.of(new Pen(trends.of(tag), false)),
                        until.minus(LiveTrends.WINDOW),
                        until,
                        List.of()));
    }
}
