package org.plantdeck.app.overview;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.alarms.AlarmBoard;
import org.plantdeck.app.controls.Indicator;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A unit on the overview: a row of indicators over one trend. Threads: the screen's. */
final class UnitPanel {

    private final Panel panel;
    private final Map<Tag, Indicator> indicators = new LinkedHashMap<>();
    private final TrendChart chart = new TrendChart();
    private final Tag trend;
    private final LiveTrends trends;
    private final Label unit = new Label();

    /**
     * @param names of the tags, in their order
     * @param trend the tag with a trend, and the title over it
     */
    UnitPanel(
            String title, Map<Tag, String> names, Tag trend, String trendTitle, LiveTrends trends) {
        this.trend = trend;
        this.trends = trends;
        panel = new Panel(title);
        HBox row = new HBox();
        row.getStyleClass().add("indicator-row");
        names.forEach((tag, name) -> {
            Indicator indicator =
                    new Indicator(tag, name, new TrendScale(tag.low(), tag.high(), tag.decimals()));
            HBox.setHgrow(indicator, Priority.ALWAYS);
            indicator.setMaxWidth(Double.MAX_VALUE);
            indicators.put(tag, indicator);
            row.getChildren().add(indicator);
        });
        Label heading = new Label(trendTitle);
        heading.getStyleClass().add("section-title");
        unit.setText(trend.unit());
        unit.getStyleClass().add("note");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox lower = new VBox(4, new HBox(heading, gap, unit), chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox content = new VBox(8, row, lower);
        VBox.setVgrow(row, Priority.SOMETIMES);
        VBox.setVgrow(lower, Priority.ALWAYS);
        row.setMinHeight(120);
        panel.content(new BorderPane(content));
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot now, String context, AlarmBoard alarms, List<LimitLine> limits) {
        panel.context(context);
        indicators.forEach((tag, indicator) -> {
            Shown shown = now.shown(tag);
            indicator.show(shown, alarms.priority(tag));
            indicator.show(setpoint(now, tag), values(now, tag));
        });
        Shown shown = now.shown(trend);
        Instant until = now.clock().now().orElse(now.now());
        chart.show(
                new TrendPlot.Content(
                        new TrendScale(trend.low(), trend.high(), trend.decimals()),
                        TagLimits.band(trend),
                        limits,
                        List.of(new Pen(trends.of(trend), false)),
                        until.minus(LiveTrends.WINDOW),
                        until,
                        List.of()));
        chart.newest(shown.number(), trend.decimals(), shown.freshness());
    }

    private static org.plantdeck.signal.Leaves values(Snapshot now, Tag tag) {
        return now.reading(tag.source())
                .map(org.plantdeck.signal.Reading::values)
                .orElseGet(() -> org.plantdeck.signal.Leaves.builder().build());
    }

    /** The set point of a tag, where the PLC publishes one under the tag's name. */
    static OptionalDouble setpoint(Snapshot now, Tag tag) {
        String key = tag.key().equals("line_speed") ? "speed_setpoint" : tag.key() + "_setpoint";
        return values(now, tag).number(key);
    }
}
