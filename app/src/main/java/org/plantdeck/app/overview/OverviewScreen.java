package org.plantdeck.app.overview;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.words.Words;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole plant on one page, level 1: nothing is operated here. Threads: the screen's. */
public final class OverviewScreen implements Screen {

    private static final Words WORDS = Words.of(OverviewScreen.class);

    private final Desk desk;
    private final GridPane node = new GridPane();
    private final LiveTrends trends;
    private final LiveSubscription subscription;
    private final LinePanel line;
    private final UnitPanel energy;
    private final UnitPanel hall;
    private final PathPanel path = new PathPanel();
    private boolean asked;
    private boolean insightsRead;
    private boolean closed;

    /** Opens it. */
    public OverviewScreen(Desk desk) {
        this.desk = desk;
        Map<Tag, String> lineTags =
                tags(
                        "line1.line_speed",
                        "line1.pressure",
                        "line1.temperature",
                        "line1.vibration",
                        "line1.motor_current",
                        "line1.quality_rate");
        Map<Tag, String> energyTags =
                tags(
                        "energy.power_consumption",
                        "energy.power_factor",
                        "energy.current_unbalance",
                        "energy.frequency",
                        "energy.efficiency");
        Map<Tag, String> hallTags =
                tags(
                        "environment.temperature",
                        "environment.humidity",
                        "environment.co2_level",
                        "environment.noise_level",
                        "environment.comfort_index");
        Tag power = tag("factory/energy/power_consumption");
        Tag temperature = tag("factory/environment/temperature");
        Set<Tag> withTrend = new LinkedHashSet<>(lineTags.keySet());
        withTrend.add(power);
        withTrend.add(temperature);
        trends = new LiveTrends(withTrend, desk.history());
        line = new LinePanel(lineTags, trends);
        energy =
                new UnitPanel(
                        WORDS.say("energy"), energyTags, power, WORDS.say("power-trend"), trends);
        hall =
                new UnitPanel(
                        WORDS.say("hall"),
                        hallTags,
                        temperature,
                        WORDS.say("temperature-trend"),
                        trends);
        arrange();
        subscription =
                desk.live()
                        .open(
                                EnumSet.of(
                                        Feed.LINE,
                                        Feed.ENERGY,
                                        Feed.ENVIRONMENT,
                                        Feed.FACTORY_STATUS,
                                        Feed.CLOUD_STATUS,
                                        Feed.INSIGHTS),
                                new Ear());
        askInsights();
    }

    private static Tag tag(String name) {
        return FactoryTags.named(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no tag"));
    }

    /** Tags, from "area.key", with the words they are shown by. */
    private static Map<Tag, String> tags(String... names) {
        Map<Tag, String> tags = new LinkedHashMap<>();
        for (String name : names) {
            tags.put(tag("factory/" + name.replace('.', '/')), WORDS.say(name));
        }
        return tags;
    }

    private void arrange() {
        node.getStyleClass().add("screen-grid");
        for (int i = 0; i < 3; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / 3);
            node.getColumnConstraints().add(column);
        }
        for (double share : new double[] {51, 49}) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(share);
            node.getRowConstraints().add(row);
        }
        node.add(line.panel(), 0, 0, 3, 1);
        node.add(energy.panel(), 0, 1);
        node.add(hall.panel(), 1, 1);
        node.add(path.panel(), 2, 1);
    }

    private final class Ear implements LiveListener {
        @Override
        public void reading(Reading reading) {
            trends.reading(reading);
        }

        @Override
        public void insightStep() {
            askInsights();
        }
    }

    private void askInsights() {
        var _ =
                desk.cloud()
                        .ask(AnalyticsQueries::openInsights)
                        .whenComplete((open, failure) ->
                                desk.door().event(() -> insights(open, failure)));
    }

    private void insights(
            @org.jspecify.annotations.Nullable List<Insight> open,
            @org.jspecify.annotations.Nullable Throwable failure) {
        if (closed) {
            return;
        }
        insightsRead = true;
        if (open != null) {
            path.show(open);
        } else {
            Throwable cause =
                    failure == null || failure.getCause() == null ? failure : failure.getCause();
            path.absent(cause == null ? "" : String.valueOf(cause.getMessage()));
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot now) {
        if (!asked && now.clock().now().isPresent()) {
            asked = true;
            var _ = trends.load(now.clock().now().get());
        }
        line.show(now, desk.alarms());
        double limit = now.shown("factory/energy/demand_limit").number();
        energy.show(
                now,
                OverviewModel.energyContext(now),
                desk.alarms(),
                Double.isFinite(limit)
                        ? List.of(new LimitLine(limit, WORDS.say("demand-limit")))
                        : List.of());
        hall.show(now, OverviewModel.hallContext(now), desk.alarms(), List.of());
        path.show(now);
    }

    @Override
    public boolean isComplete() {
        return trends.isLoaded() && insightsRead;
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }
}
