package org.plantdeck.app.energy;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Indicator;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.SetPoint;
import org.plantdeck.app.operate.TwoSteps;
import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** What is taken, what the contract bills by, and the limit an operator sets. */
final class DemandPanel implements AutoCloseable {

    static final Tag POWER = EnergyTags.tag("power_consumption");
    static final Tag DEMAND = EnergyTags.tag("demand");

    private static final Words WORDS = Words.of(DemandPanel.class);
    private static final Tag LIMIT = EnergyTags.tag("demand_limit");
    private static final SetPoint.Range RANGE = new SetPoint.Range(20, 250, 1, LIMIT.unit());
    private static final TrendScale SCALE =
            new TrendScale(POWER.low(), POWER.high(), POWER.decimals());

    private final Desk desk;
    private final LiveTrends trends;
    private final Panel panel = new Panel(WORDS.say("demand.title"));
    private final Indicator demand = new Indicator(DEMAND, WORDS.say("demand.name"), SCALE);
    private final TrendChart chart = new TrendChart();
    private final Label forecast = Arrangement.sentence("quiet");
    private final TwoSteps steps;
    private final SetPoint limit;
    private final VBox content;
    private Leaves newest = Leaves.builder().build();

    DemandPanel(Desk desk, LiveTrends trends) {
        this.desk = desk;
        this.trends = trends;
        steps = new TwoSteps(desk, FactorySource.ENERGY, Set.of("demand_limit"));
        limit =
                new SetPoint(
                        WORDS.say("limit.name"),
                        RANGE,
                        kw -> EnergyProposals.demandLimit(newest, kw),
                        steps);
        panel.context(WORDS.say("demand.context"));
        limit.getStyleClass().add("energy-limit");
        Arrangement.givesWay(limit, steps);
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox course = new HBox(4, demand, chart);
        Arrangement.takesTheRest(course);
        content = new VBox(8, course, forecast, limit, steps);
        panel.loading();
    }

    Node node() {
        return panel;
    }

    /** The first reading has arrived. */
    void begin() {
        panel.content(content);
    }

    void show(Snapshot now, EnergyModel model, Leaves values) {
        newest = values;
        forecast.setText(model.forecast());
        demand.show(now.shown(DEMAND), desk.alarms().priority(DEMAND));
        demand.show(OptionalDouble.empty(), values);
        limit.show(now.shown(LIMIT));
        steps.refresh();
        Shown power = now.shown(POWER);
        chart.newest(power.number(), POWER.decimals(), power.freshness());
    }

    /** Draws the courses up to a time. */
    void draw(Instant until, double limitKw) {
        List<LimitLine> limits =
                Double.isFinite(limitKw)
                        ? List.of(
                                new LimitLine(
                                        limitKw,
                                        WORDS.say("demand.contract", Numbers.text(limitKw, 0))))
                        : List.of();
        chart.show(
                new TrendPlot.Content(
                        SCALE,
                        TagLimits.band(POWER),
                        limits,
                        List.of(new Pen(trends.of(POWER), false), new Pen(trends.of(DEMAND), true)),
                        until.minus(LiveTrends.WINDOW),
                        until,
                        List.of()));
    }

    @Override
    public void close() {
        steps.close();
    }
}
