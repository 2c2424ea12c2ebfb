package org.plantdeck.app.line;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.AlarmLimit;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Each controlled variable with its indicator and its last two hours. Threads: the screen's. */
final class ControlledPanel {

    private static final Words WORDS = Words.of(ControlledPanel.class);

    private final Panel panel = new Panel(WORDS.say("controlled"));
    private final LiveTrends trends;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A variable.
     *
     * @param setpoint key of its set point; empty where it has none
     */
    private record Row(
            Tag tag, String setpoint, Label unit, Indicator indicator, TrendChart chart) {}

    ControlledPanel(LiveTrends trends) {
        this.trends = trends;
        panel.context(WORDS.say("two-hours"));
        VBox lines = new VBox(2);
        add(lines, "line_speed", "speed", "speed_setpoint");
        add(lines, "pressure", "pressure", "pressure_setpoint");
        add(lines, "temperature", "temperature", "");
        add(lines, "vibration", "vibration", "");
        panel.content(lines);
    }

    private void add(VBox lines, String key, String word, String setpoint) {
        Tag tag = LineTags.of(key);
        Label name = new Label(WORDS.say(word));
        name.getStyleClass().add("variable-name");
        Label unit = new Label(tag.unit());
        unit.getStyleClass().add("note");
        VBox words = new VBox(name, unit);
        words.getStyleClass().add("variable-words");
        Indicator indicator =
                new Indicator(tag, "", new TrendScale(tag.low(), tag.high(), tag.decimals()));
        indicator.setAccessibleText(WORDS.say(word));
        TrendChart chart = new TrendChart();
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox row = new HBox(words, indicator, chart);
        VBox.setVgrow(row, Priority.ALWAYS);
        lines.getChildren().add(row);
        rows.add(new Row(tag, setpoint, unit, indicator, chart));
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot now, AlarmBoard alarms) {
        Leaves values =
                now.reading(FactorySource.LINE)
                        .map(Reading::values)
                        .orElseGet(() -> Leaves.builder().build());
        Instant until = now.clock().now().orElse(now.now());
        for (Row row : rows) {
            Shown shown = now.shown(row.tag());
            row.unit().setText(LineModel.unitOrAge(shown));
            row.indicator().show(shown, alarms.priority(row.tag()));
            row.indicator()
                    .show(
                            row.setpoint().isEmpty()
                                    ? OptionalDouble.empty()
                                    : values.number(row.setpoint()),
                            values);
            row.chart()
                    .show(
                            new TrendPlot.Content(
                                    new TrendScale(
                                            row.tag().low(),
                                            row.tag().high(),
                                            row.tag().decimals()),
                                    TagLimits.band(row.tag()),
                                    limits(row.tag(), values),
                                    List.of(new Pen(trends.of(row.tag()), false)),
                                    until.minus(LiveTrends.WINDOW),
                                    until,
                                    List.of()));
            row.chart().newest(shown.number(), row.tag().decimals(), shown.freshness());
        }
    }

    private static List<LimitLine> limits(Tag tag, Leaves values) {
        List<LimitLine> lines = new ArrayList<>();
        for (AlarmLimit limit : TagLimits.of(tag)) {
            boolean low = limit.condition() instanceof AlarmLimit.Condition.Low;
            String word = WORDS.say(low ? "low" : lines.isEmpty() ? "high" : "high-high");
            limit.bound(values).ifPresent(it -> lines.add(new LimitLine(it, word, low)));
        }
        return lines;
    }
}
