package org.plantdeck.app.cloud;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

import org.plantdeck.app.cloud.RecommendationModel.Recommendations;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.insights.Dismissals;
import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.trends.TrendSeries;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.store.LeafSeries;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.NormalBand;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What lies under the key figures: two courses, recommendations, alerts. Threads: the screen's. */
final class CloudPanels extends GridPane implements Piecemeal {

    private static final Words WORDS = Words.of(CloudPanels.class);
    private static final Tag POWER =
            FactoryTags.named("factory/energy/power_consumption").orElseThrow();
    private static final int COLUMNS = 1_440;

    private final Panel power = new Panel(WORDS.say("power.title"));
    private final Panel production = new Panel(WORDS.say("production.title"));
    private final Panel recommendations = new Panel(WORDS.say("recommendations.title"));
    private final Panel alerts = new Panel(WORDS.say("alerts.title"));
    private final TrendChart powerChart = new TrendChart();
    private final HourBars hourBars = new HourBars();
    private final RecommendationList recommendationList;
    private final AlertList alertList = new AlertList();
    private final ScrollArea recommendationScroll;
    private final ScrollArea alertScroll;
    private boolean readable = true;

    /**
     * @param dismiss hides an insight
     * @param undo shows what was hidden
     */
    CloudPanels(Consumer<Insight> dismiss, Runnable undo) {
        recommendationList = new RecommendationList(dismiss, undo);
        recommendationScroll = scroll(recommendationList);
        alertScroll = scroll(alertList);
        getStyleClass().add("cloud-panels");
        List<Panel> all = List.of(power, production, recommendations, alerts);
        all.forEach(Panel::loading);
        power.context(WORDS.say("power.context"));
        production.context(WORDS.say("production.context"));
        alerts.context(WORDS.say("alerts.context"));
        getColumnConstraints().addAll(column(50), column(16), column(34));
        getRowConstraints().addAll(row(47), row(53));
        add(power, 0, 0);
        add(production, 1, 0, 2, 1);
        add(recommendations, 0, 1, 2, 1);
        add(alerts, 2, 1);
    }

    private static ScrollArea scroll(Region content) {
        ScrollArea scroll = new ScrollArea(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setMinSize(0, 0);
        return scroll;
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private static RowConstraints row(double percent) {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(percent);
        return row;
    }

    /** Shows the newest window. */
    void show(Optional<CloudModel.Newest> newest, Snapshot now) {
        power.context(WORDS.say(now.cloud().isUp() ? "power.context" : "no-link"));
        recommendations.context(
                readable ? CloudModel.analytics(now.part("Analytics")) : WORDS.say("not-read"));
        newest.ifPresent(it ->
                powerChart.newest(
                        it.window().values().get(CloudFigures.POWER).asDouble(),
                        POWER.decimals(),
                        new Freshness(
                                it.isStale() ? Freshness.State.STALE : Freshness.State.LIVE,
                                it.age().orElse(Duration.ZERO))));
    }

    /** Shows what was read. */
    void show(CloudReader reader, Dismissals dismissals) {
        if (!reader.trouble().isEmpty() && reader.figures().isEmpty()) {
            String sentence = WORDS.say("no-database", reader.trouble());
            List.of(power, production, recommendations, alerts).forEach(it -> it.instead(sentence));
            return;
        }
        if (reader.figures().isEmpty()) {
            List.of(power, production, recommendations, alerts)
                    .forEach(it -> it.instead(WORDS.say("no-window")));
            return;
        }
        readable = reader.trouble().isEmpty();
        alerts.context(WORDS.say(readable ? "alerts.context" : "not-read"));
        CloudFigures figures = reader.figures().get();
        showPower(figures.power(), figures.latest().end());
        reader.day().ifPresent(this::showProduction);
        show(RecommendationModel.of(figures.insights(), dismissals));
        if (figures.alerts().isEmpty()) {
            alerts.instead(WORDS.say("alerts.none"));
        } else {
            alertList.show(AlertModel.lines(figures.alerts(), figures.latest().end()));
            show(alerts, alertScroll);
        }
    }

    private void show(Recommendations open) {
        if (open.lines().isEmpty() && open.dismissed() == 0) {
            recommendations.instead(WORDS.say("recommendations.none"));
        } else {
            recommendationList.show(open);
            show(recommendations, recommendationScroll);
        }
    }

    private static void show(Panel panel, Node content) {
        if (content.getParent() == null) {
            panel.content(content);
        }
    }

    private void showPower(LeafSeries read, Instant until) {
        TrendSeries series = new TrendSeries(DayFigures.DAY, COLUMNS);
        double most = TagLimits.band(POWER).map(NormalBand::high).orElse(0.0);
        for (int column = 0; column < read.columns(); column++) {
            if (read.count(column) > 0) {
                series.add(read.start(column), read.mean(column));
                most = Math.max(most, read.mean(column));
            }
        }
        powerChart.show(
                new TrendPlot.Content(
                        TrendScale.round(0, most, POWER.decimals()),
                        TagLimits.band(POWER),
                        List.of(),
                        List.of(new Pen(series, false)),
                        until.minus(DayFigures.DAY),
                        until,
                        List.of()));
        show(power, powerChart);
    }

    private void showProduction(DayFigures day) {
        hourBars.show(day);
        production.context(
                WORDS.say(
                        "production.total", Numbers.text(day.bottles()), Times.span(day.lived())));
        show(production, hourBars);
    }
}
