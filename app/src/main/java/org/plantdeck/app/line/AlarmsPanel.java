package org.plantdeck.app.line;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.alarms.Alarm;
import org.plantdeck.app.alarms.AlarmBoard;
import org.plantdeck.app.controls.AlarmSymbol;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;

import java.util.List;

/** The alarms of the line. Threads: the screen's. */
final class AlarmsPanel {

    private static final Words WORDS = Words.of(AlarmsPanel.class);
    private static final int MOST = 4;
    private static final double SYMBOL = 20;

    private final Panel panel = new Panel(WORDS.say("alarms"));
    private final VBox list = new VBox(6);
    private List<Alarm> shown = List.of();

    AlarmsPanel() {
        panel.content(list);
        show(List.of());
    }

    Panel panel() {
        return panel;
    }

    void show(AlarmBoard board) {
        List<Alarm> now = board.of(FactorySource.LINE);
        if (!now.equals(shown)) {
            show(now);
        }
    }

    private void show(List<Alarm> now) {
        shown = now;
        panel.context(WORDS.say("active", now.stream().filter(Alarm::isActive).count()));
        list.getChildren().clear();
        if (now.isEmpty()) {
            Label none = new Label(WORDS.say("no-alarms"));
            none.getStyleClass().add("quiet");
            list.getChildren().add(none);
        }
        now.stream().limit(MOST).forEach(it -> list.getChildren().add(line(it)));
    }

    private static HBox line(Alarm alarm) {
        AlarmSymbol symbol = new AlarmSymbol(alarm.limit().priority(), SYMBOL);
        symbol.hollow(!alarm.isActive());
        Label message = new Label(alarm.limit().words().message());
        message.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        Label since =
                new Label(
                        alarm.isActive()
                                ? WORDS.say("active-since", Times.second(alarm.since()))
                                : WORDS.say("returned"));
        since.getStyleClass().add("quiet");
        since.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(10, symbol, message, gap, since);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
