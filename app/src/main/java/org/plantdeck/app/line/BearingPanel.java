package org.plantdeck.app.line;

import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Figure;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The bearing of the main drive over a day, with its zones. Threads: the screen's. */
final class BearingPanel {

    static final Duration DAY = Duration.ofHours(24);

    private static final Words WORDS = Words.of(BearingPanel.class);

    private final Panel panel = new Panel(WORDS.say("bearing"));
    private final TrendChart chart = new TrendChart();
    private final Figure temperature = new Figure(WORDS.say("bearing-temperature"));
    private final Figure current = new Figure(WORDS.say("motor-current"));
    private final LiveTrends day;
    private final Tag vibration = LineTags.of("vibration");

    BearingPanel(LiveTrends day) {
        this.day = day;
        Label title = new Label(WORDS.say("vibration-day"));
        title.getStyleClass().add("section-title");
        VBox content = new VBox(4, title, chart, temperature, current);
        VBox.setVgrow(chart, Priority.ALWAYS);
        panel.content(content);
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot now) {
        panel.context(LineModel.zone(now));
        Shown shown = now.shown(vibration);
        Instant until = now.clock().now().orElse(now.now());
        chart.show(
                new TrendPlot.Content(
                        new TrendScale(vibration.low(), vibration.high(), 1),
                        TagLimits.band(vibration),
                        List.of(
                                new LimitLine(LineModel.zoneBc(), WORDS.say("zone-bc")),
                                new LimitLine(LineModel.zoneCd(), WORDS.say("zone-cd"))),
                        List.of(new Pen(day.of(vibration), false)),
                        until.minus(DAY),
                        until,
                        List.of()));
        chart.newest(shown.number(), vibration.decimals(), shown.freshness());
        temperature.show(LineModel.line(now, "temperature"));
        current.show(LineModel.line(now, "motor_current"));
    }
}
