package org.plantdeck.app.energy;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Indicator;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.StackedFigure;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Tag;

import java.util.Optional;
import java.util.OptionalDouble;

/** The energy of this day, hour by hour, and what it was good for. */
final class DayPanel {

    private static final Words WORDS = Words.of(DayPanel.class);
    private static final Tag TOTAL = EnergyTags.tag("energy_total");
    private static final Tag EFFICIENCY = EnergyTags.tag("efficiency");

    private final Desk desk;
    private final Panel panel = new Panel(WORDS.say("day.title"));
    private final Label legend = Arrangement.sentence("note");
    private final HourBars bars = new HourBars();
    private final Region skeleton = new Region();
    private final Label instead = Arrangement.sentence("note");
    private final StackedFigure today = new StackedFigure(WORDS.say("day.today"));
    private final StackedFigure perThousand = new StackedFigure(WORDS.say("day.per-thousand"));
    private final Indicator efficiency =
            new Indicator(
                    EFFICIENCY,
                    WORDS.say("day.efficiency"),
                    new TrendScale(EFFICIENCY.low(), EFFICIENCY.high(), EFFICIENCY.decimals()));
    private final HBox content;
    private History history = History.ASKED;

    /** How far the reading of the history has come. */
    enum History {
        ASKED,
        READ,
        FAILED
    }

    DayPanel(Desk desk) {
        this.desk = desk;
        legend.setText(WORDS.say("day.legend"));
        skeleton.getStyleClass().add("skeleton");
        HBox figures = new HBox(24, today, perThousand);
        StackPane hours = new StackPane(bars, skeleton);
        hours.setMinHeight(60);
        Arrangement.takesTheRest(hours);
        VBox left = new VBox(4, legend, hours, instead, figures);
        HBox.setHgrow(left, Priority.ALWAYS);
        efficiency.setMinWidth(86);
        content = new HBox(12, left, efficiency);
        Arrangement.visible(instead, false);
        panel.loading();
    }

    Node node() {
        return panel;
    }

    /** The first reading has arrived. */
    void begin() {
        panel.content(content);
    }

    void show(Snapshot now, HourBook.Day day, Optional<BottleBook.Day> bottles) {
        Shown total = now.shown(TOTAL);
        Arrangement.context(
                panel,
                total.freshness(),
                WORDS.say("day.context", Numbers.text(total.number(), 1)));
        efficiency.show(now.shown(EFFICIENCY), desk.alarms().priority(EFFICIENCY));
        bars.show(day.hours());
        tell(day.isEmpty());
        today.name(
                day.since()
                        .filter(it -> !Times.minute(it).equals("00:00"))
                        .map(it -> WORDS.say("day.today-since", Times.minute(it)))
                        .orElseGet(() -> WORDS.say("day.today")));
        today.show(WORDS.say("kwh", Numbers.text(day.kwh(), 0)), total);
        OptionalDouble each = EnergyModel.perThousand(day, bottles);
        perThousand.show(
                each.isPresent()
                        ? WORDS.say("kwh", Numbers.text(each.getAsDouble(), 1))
                        : Numbers.NONE,
                total);
    }

    /** Says how far the reading of the history has come. */
    void show(History its) {
        history = its;
        skeleton.setVisible(history == History.ASKED);
        bars.setVisible(history != History.ASKED);
    }

    private void tell(boolean empty) {
        boolean failed = history == History.FAILED;
        instead.setText(WORDS.say(failed ? "day.failed" : "day.empty"));
        Arrangement.visible(instead, failed || (empty && history == History.READ));
    }
}
