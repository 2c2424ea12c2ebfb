package org.plantdeck.app.overview;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.plantdeck.app.alarms.AlarmBoard;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ShareBar;
import org.plantdeck.app.controls.TrendedIndicator;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.overview.OverviewModel.LineNow;
import org.plantdeck.app.overview.OverviewModel.Shift;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Tag;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Line 1 on the overview: the mimic, shift and OEE, six indicators. Threads: the screen's. */
final class LinePanel {

    private static final Words WORDS = Words.of(LinePanel.class);

    private final Panel panel = new Panel(WORDS.say("line"));
    private final LineMimic mimic = new LineMimic();
    private final Label shiftTitle = new Label();
    private final ShareBar shiftBar = new ShareBar(false);
    private final Label plan = new Label();
    private final Map<String, ShareBar> oeeBars = new LinkedHashMap<>();
    private final Map<String, Label> oeeNumbers = new LinkedHashMap<>();
    private final Map<Tag, TrendedIndicator> indicators = new LinkedHashMap<>();

    LinePanel(Map<Tag, String> names, LiveTrends trends) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("line-grid");
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(66);
        ColumnConstraints right = new ColumnConstraints();
        right.setPercentWidth(34);
        grid.getColumnConstraints().addAll(left, right);
        grid.add(mimic, 0, 0);
        grid.add(shiftAndOee(), 1, 0);
        HBox row = new HBox();
        row.getStyleClass().add("indicator-row");
        names.forEach((tag, name) -> {
            TrendedIndicator indicator = new TrendedIndicator(tag, name, trends.of(tag));
            HBox.setHgrow(indicator, Priority.ALWAYS);
            indicator.setMaxWidth(Double.MAX_VALUE);
            indicators.put(tag, indicator);
            row.getChildren().add(indicator);
        });
        VBox content = new VBox(6, grid, row);
        VBox.setVgrow(row, Priority.ALWAYS);
        panel.content(content);
    }

    private VBox shiftAndOee() {
        plan.getStyleClass().add("note");
        VBox box = new VBox(4, shiftTitle, shiftBar, plan);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().add("shift-and-oee");
        for (String key : List.of("availability", "performance", "quality", "oee")) {
            Label name = new Label(WORDS.say(key));
            name.getStyleClass().add("oee-name");
            ShareBar bar = new ShareBar(key.equals("oee"));
            Label number = new Label(Numbers.NONE);
            number.getStyleClass().addAll("live", "oee-number");
            HBox.setHgrow(bar, Priority.ALWAYS);
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox row = new HBox(12, name, bar, number);
            row.setAlignment(Pos.CENTER_LEFT);
            oeeBars.put(key, bar);
            oeeNumbers.put(key, number);
            box.getChildren().add(row);
        }
        return box;
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot now, AlarmBoard alarms) {
        LineNow line = OverviewModel.line(now);
        panel.context(line.context());
        mimic.show(line);
        Shift shift = OverviewModel.shift(now);
        shiftTitle.setText(shift.title());
        shiftBar.share(shift.share());
        shiftBar.mark(shift.planShare());
        plan.setText(shift.plan());
        oeeBars.forEach((key, bar) -> {
            Shown shown = now.shown("factory/line1/oee." + key);
            bar.share(shown.number() / 100);
            Label number = oeeNumbers.getOrDefault(key, plan);
            number.setText(Numbers.text(shown.number(), 1) + " %");
            number.pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("stale"), shown.freshness().isStale());
        });
        Instant until = now.clock().now().orElse(now.now());
        indicators.forEach((tag, indicator) ->
                indicator.show(
                        now.shown(tag), alarms.priority(tag), UnitPanel.setpoint(now, tag), until));
    }
}
