package org.plantdeck.app.bridgeview;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.outbox.OutboxCourse;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.TrendColumns;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.trends.TrendSeries;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How many windows wait and how long the oldest has, over the last hour. Threads: the screen's. */
final class OutboxPane extends HBox implements Piecemeal {

    private static final Words WORDS = Words.of(OutboxPane.class);
    private static final double LEAST_DEPTH = 10;
    private static final double LEAST_MINUTES = 2;
    private static final int COLUMNS = 720;

    private final OutboxCourse course;
    private final TrendChart depth = new TrendChart();
    private final TrendChart age = new TrendChart();
    private long drawnSecond;

    OutboxPane(OutboxCourse course) {
        this.course = course;
        getStyleClass().add("outbox-pane");
        getChildren()
                .addAll(
                        titled(WORDS.say("outbox.depth"), depth),
                        titled(WORDS.say("outbox.age"), age));
    }

    private static VBox titled(String title, TrendChart chart) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox box = new VBox(heading, chart);
        box.setMinSize(0, 0);
        box.setPrefWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** Draws once a second: the course has one point in five. */
    void show(Snapshot snapshot) {
        Instant now = snapshot.now();
        if (now.getEpochSecond() == drawnSecond) {
            return;
        }
        drawnSecond = now.getEpochSecond();
        Leaves figures = snapshot.figures("Bridge");
        boolean linked = snapshot.local().isUp() || snapshot.cloud().isUp();
        Freshness freshness =
                new Freshness(linked ? Freshness.State.LIVE : Freshness.State.STALE, Duration.ZERO);
        draw(depth, course.depth(), LEAST_DEPTH, now);
        depth.newest(figures.get("outbox.depth").asDouble(), 0, freshness);
        draw(age, course.ageMinutes(), LEAST_MINUTES, now);
        double seconds = figures.get("outbox.oldest_age_s").asDouble();
        age.newest(seconds / Duration.ofMinutes(1).toSeconds(), 1, freshness);
    }

    private static void draw(TrendChart chart, TrendSeries series, double least, Instant now) {
        Instant from = now.minus(OutboxCourse.WINDOW);
        TrendColumns columns = series.columns(from, now, COLUMNS);
        double most = least;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.has(column)) {
                most = Math.max(most, columns.largest(column));
            }
        }
        chart.show(
                new TrendPlot.Content(
                        TrendScale.round(0, most, 0),
                        Optional.empty(),
                        List.of(),
                        List.of(new Pen(series, false)),
                        from,
                        now,
                        List.of()));
    }
}
