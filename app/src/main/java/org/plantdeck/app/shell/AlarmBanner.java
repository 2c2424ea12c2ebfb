package org.plantdeck.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.plantdeck.app.alarms.Alarm;
import org.plantdeck.app.alarms.AlarmBoard;
import org.plantdeck.app.controls.AlarmSymbol;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Priority;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The alarm that waits and is most urgent, and how many limits of each priority are broken. In
 * every window. Threads: the screen's.
 */
final class AlarmBanner extends HBox {

    private static final Words WORDS = Words.of(AlarmBanner.class);
    private static final double SYMBOL = 22;

    private final AlarmBoard board;
    private final AlarmSymbol symbol = new AlarmSymbol(Priority.CRITICAL, 26);
    private final Label message = new Label();
    private final Label since = new Label();
    private final Button acknowledge;
    private final Button goThere;
    private final Map<Priority, AlarmSymbol> symbols = new EnumMap<>(Priority.class);
    private final Map<Priority, Label> counts = new EnumMap<>(Priority.class);
    private Optional<Alarm> shown = Optional.empty();

    AlarmBanner(Desk desk) {
        board = desk.alarms();
        getStyleClass().add("banner");
        message.getStyleClass().add("banner-message");
        since.getStyleClass().add("quiet");
        message.setMinWidth(0);
        since.setMinWidth(0);
        acknowledge = Buttons.word(WORDS.say("acknowledge"), this::acknowledge);
        goThere =
                Buttons.word(
                        WORDS.say("go-there"),
                        () ->
                                shown.ifPresent(it ->
                                        desk.navigator().open(unit(it), java.util.List.of())));
        acknowledge.setMinWidth(USE_PREF_SIZE);
        goThere.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(symbol, message, since, gap, acknowledge, goThere);
        for (Priority priority : Priority.values()) {
            AlarmSymbol its = new AlarmSymbol(priority, SYMBOL);
            Label count = new Label("0");
            count.getStyleClass().add("banner-count");
            symbols.put(priority, its);
            counts.put(priority, count);
            getChildren().addAll(its, count);
        }
        show();
    }

    /** The screen of the unit an alarm belongs to. */
    private static String unit(Alarm alarm) {
        return switch (alarm.limit().tag().source()) {
            case LINE -> "hmi1";
            case ENERGY -> "hmi2";
            case ENVIRONMENT -> "hall";
        };
    }

    void acknowledge() {
        shown.ifPresent(board::acknowledge);
        show();
    }

    void show() {
        shown = board.waiting().stream().findFirst();
        boolean waits = shown.isPresent();
        symbol.setVisible(waits);
        symbol.setManaged(waits);
        acknowledge.setVisible(waits);
        acknowledge.setManaged(waits);
        goThere.setVisible(waits);
        goThere.setManaged(waits);
        since.setVisible(waits);
        shown.ifPresentOrElse(this::show, () -> message.setText(WORDS.say("no-alarm")));
        for (Priority priority : Priority.values()) {
            long count = board.count(priority);
            Label label = counts.getOrDefault(priority, message);
            label.setText(Long.toString(count));
            label.setAccessibleText(WORDS.say("count", count, priority.digit()));
            AlarmSymbol its = symbols.getOrDefault(priority, symbol);
            its.hollow(count == 0);
        }
    }

    private void show(Alarm alarm) {
        symbol.show(alarm.limit().priority());
        String unit = alarm.limit().tag().unit();
        boolean number = Character.isDigit((alarm.value() + " ").charAt(0));
        message.setText(
                WORDS.say("unit-" + unit(alarm))
                        + " · "
                        + alarm.limit().words().message()
                        + (number ? " " + alarm.value() + (unit.isEmpty() ? "" : " " + unit) : ""));
        String begun = WORDS.say("since", Times.second(alarm.since()));
        since.setText(
                alarm.returnedAt()
                        .map(it -> begun + " · " + WORDS.say("returned", Times.second(it)))
                        .orElse(begun + " · " + alarm.limit().words().response()));
    }
}
