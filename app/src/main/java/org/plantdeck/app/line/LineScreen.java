package org.plantdeck.app.line;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.line.LineModel.StateNow;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Presence;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.CommandLogTable;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** HMI1. Threads: the screen's. */
public final class LineScreen implements Screen {

    private static final Words WORDS = Words.of(LineScreen.class);

    /** Height, pixels, from which the tank has room under the commands. */
    private static final double TALL = 820;

    private final Desk desk;
    private final GridPane node = new GridPane();
    private final LiveTrends trends;
    private final LiveTrends day;
    private final StatePanel state = new StatePanel();
    private final CommandsPanel commands;
    private final ControlledPanel controlled;
    private final OeePanel oee = new OeePanel();
    private final BearingPanel bearing;
    private final TankPanel tank = new TankPanel();
    private final ProductionPanel production = new ProductionPanel();
    private final AlarmsPanel alarms = new AlarmsPanel();
    private final CommandLogTable log = new CommandLogTable();
    private final VBox left = new VBox(16);
    private final HBox lower = new HBox(16);
    private final LiveSubscription subscription;
    private final Presence.Stay stay;
    private Instant productionUntil = Instant.EPOCH;
    private boolean asked;
    private boolean productionRead;
    private boolean closed;

    /** Opens it. */
    public LineScreen(Desk desk) {
        this.desk = desk;
        trends =
                new LiveTrends(
                        Stream.of("line_speed", "pressure", "temperature", "vibration")
                                .map(LineTags::of)
                                .toList(),
                        desk.history());
        day = new LiveTrends(List.of(LineTags.of("vibration")), desk.history(), BearingPanel.DAY);
        commands = new CommandsPanel(desk);
        controlled = new ControlledPanel(trends);
        bearing = new BearingPanel(day);
        arrange();
        stay = desk.presence().open(Presence.Component.HMI1);
        subscription =
                desk.live()
                        .open(
                                EnumSet.of(Feed.LINE, Feed.FACTORY_STATUS),
                                new LiveListener() {
                                    @Override
                                    public void reading(Reading reading) {
                                        trends.reading(reading);
                                        day.reading(reading);
                                    }
                                });
    }

    private void arrange() {
        node.getStyleClass().add("screen-grid");
        for (double share : new double[] {26.5, 46, 27.5}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            node.getColumnConstraints().add(column);
        }
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(100);
        node.getRowConstraints().add(row);
        Panel logPanel = new Panel(WORDS.say("log"), log);
        log.setPrefHeight(150);
        logPanel.setMinHeight(110);
        tank.panel().setMinWidth(256);
        HBox.setHgrow(production.panel(), Priority.ALWAYS);
        lower.setMinHeight(206);
        lower.setPrefHeight(230);
        left.getChildren().setAll(state.panel(), commands.panel());
        state.panel().setMinHeight(Region.USE_PREF_SIZE);
        commands.panel().setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(tank.panel(), Priority.ALWAYS);
        VBox middle = new VBox(16, controlled.panel(), lower);
        VBox.setVgrow(controlled.panel(), Priority.ALWAYS);
        VBox right = new VBox(16, oee.panel(), bearing.panel(), alarms.panel(), logPanel);
        oee.panel().setMinHeight(Region.USE_PREF_SIZE);
        alarms.panel().setMinHeight(Region.USE_PREF_SIZE);
        bearing.panel().setMinHeight(170);
        bearing.panel().setPrefHeight(240);
        VBox.setVgrow(bearing.panel(), Priority.ALWAYS);
        VBox.setVgrow(logPanel, Priority.ALWAYS);
        node.add(left, 0, 0);
        node.add(middle, 1, 0);
        node.add(right, 2, 0);
        placeTank(false);
        node.heightProperty()
                .addListener((_, _, height) -> placeTank(height.doubleValue() >= TALL));
    }

    /** Where there is room for it the tank stands under the commands, else beside the bars. */
    private void placeTank(boolean tall) {
        left.getChildren().remove(tank.panel());
        lower.getChildren().setAll(production.panel());
        VBox.setVgrow(commands.panel(), tall ? Priority.NEVER : Priority.ALWAYS);
        if (tall) {
            left.getChildren().add(tank.panel());
        } else {
            lower.getChildren().addFirst(tank.panel());
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot now) {
        now.clock().now().ifPresent(this::ask);
        StateNow stateNow = LineModel.state(now);
        state.show(stateNow);
        commands.show(now, stateNow);
        controlled.show(now, desk.alarms());
        oee.show(now);
        bearing.show(now);
        tank.show(now, desk.alarms());
        production.show(now);
        alarms.show(desk.alarms());
        log.show(desk.operator().log(FactorySource.LINE));
    }

    /** Reads trends once, and what was made whenever another minute has gone by. */
    private void ask(Instant clock) {
        if (!asked) {
            asked = true;
            var _ = trends.load(clock);
            var _ = day.load(clock);
        }
        if (clock.isAfter(productionUntil.plusSeconds(60))
                || !Production.end(clock).equals(Production.end(productionUntil))) {
            productionUntil = clock;
            var _ =
                    desk.history()
                            .ask(queries -> Production.read(queries, clock))
                            .whenComplete((quarters, failure) ->
                                    desk.door().event(() -> made(clock, quarters, failure)));
        }
    }

    private void made(
            Instant clock, @Nullable List<Quarter> quarters, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        productionRead = true;
        if (quarters != null) {
            production.show(quarters, Production.end(clock));
        } else if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            production.absent(String.valueOf(cause.getMessage()));
        }
    }

    @Override
    public boolean isComplete() {
        return trends.isLoaded() && day.isLoaded() && productionRead;
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
        stay.close();
        commands.close();
    }
}
