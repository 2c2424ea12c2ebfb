package org.plantdeck.app.line;

import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.line.LineModel.StateNow;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.Choice;
import org.plantdeck.app.operate.SetPoint;
import org.plantdeck.app.operate.TwoSteps;
import org.plantdeck.app.words.Words;
import org.plantdeck.plcsim.plc.PackCommand;
import org.plantdeck.plcsim.plc.PackMode;
import org.plantdeck.signal.FactorySource;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What an operator may do with the line now. Threads: the screen's. */
final class CommandsPanel implements AutoCloseable {

    private static final Words WORDS = Words.of(CommandsPanel.class);
    private static final int COLUMNS = 3;

    private static final List<PackCommand> ORDER =
            List.of(
                    PackCommand.START,
                    PackCommand.HOLD,
                    PackCommand.UNHOLD,
                    PackCommand.STOP,
                    PackCommand.SUSPEND,
                    PackCommand.UNSUSPEND,
                    PackCommand.RESET,
                    PackCommand.CLEAR,
                    PackCommand.ABORT);

    private final Panel panel = new Panel(WORDS.say("commands"));
    private final Map<PackCommand, Button> buttons = new EnumMap<>(PackCommand.class);
    private final TwoSteps steps;
    private final SetPoint speed;
    private final Choice mode;
    private Snapshot newest;

    CommandsPanel(Desk desk) {
        newest = desk.live().now();
        steps = new TwoSteps(desk, FactorySource.LINE);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("command-grid");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (PackCommand command : ORDER) {
            Button button = new Button(WORDS.say("command-" + command.word()));
            button.getStyleClass().add("command-button");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> steps.propose(LineModel.proposal(command)));
            int place = buttons.size();
            grid.add(button, place % COLUMNS, place / COLUMNS);
            buttons.put(command, button);
        }
        speed =
                new SetPoint(
                        WORDS.say("speed-setpoint"),
                        new SetPoint.Range(30, 120, 1, WORDS.say("per-minute")),
                        wanted -> LineModel.speed(newest, wanted),
                        steps);
        mode =
                new Choice(
                        WORDS.say("mode"),
                        Arrays.stream(PackMode.values()).map(PackMode::word).toList(),
                        wanted -> LineModel.mode(newest, wanted),
                        steps);
        panel.context(desk.operator().name());
        VBox settings = new VBox(8, speed, mode);
        settings.visibleProperty().bind(steps.openProperty().not());
        settings.managedProperty().bind(settings.visibleProperty());
        panel.content(new VBox(10, grid, settings, steps));
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot now, StateNow state) {
        newest = now;
        buttons.forEach((command, button) -> button.setDisable(!state.allowed().contains(command)));
        mode.setDisable(!state.modeMayChange());
        speed.show(LineModel.line(now, "speed_setpoint"));
        speed.setDisable(!now.freshness(FactorySource.LINE).isLive());
        steps.refresh();
    }

    @Override
    public void close() {
        steps.close();
    }
}
