package org.plantdeck.app.energy;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Pace;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.energy.DayPanel.History;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Presence;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The energy system, level 2: HMI2. */
public final class EnergyScreen implements Screen {

    private static final int[] COLUMNS = {36, 36, 28};
    private static final int[] ROWS = {58, 42};

    /** Values are shown anew no more often than this, and trends; wall time. */
    private static final Duration SHOWN_EVERY = Duration.ofMillis(200);

    private static final Duration DRAWN_EVERY = Duration.ofMillis(500);

    /** A history that could not be read is asked again after this; wall time. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private final Desk desk;
    private final LiveTrends trends;
    private final DayBooks books;
    private final LiveSubscription subscription;
    private final Presence.Stay stay;
    private final GridPane grid = new GridPane();
    private final SupplyPanel supply;
    private final DemandPanel demand;
    private final BankPanel bank;
    private final LoadsPanel loads;
    private final DayPanel day;
    private final AirPanel air;
    private boolean begun;
    private boolean closed;
    private History history = History.ASKED;
    private final Pace showing = new Pace(SHOWN_EVERY);
    private final Pace drawing = new Pace(DRAWN_EVERY);
    private Instant askAt = Instant.MAX;

    /** Opens it. */
    public EnergyScreen(Desk desk) {
        this.desk = desk;
        List<Tag> tags = new ArrayList<>(EnergyTags.LOADS);
        tags.addAll(
                List.of(
                        DemandPanel.POWER,
                        DemandPanel.DEMAND,
                        BankPanel.POWER_FACTOR,
                        AirPanel.PRESSURE));
        trends = new LiveTrends(tags, desk.history());
        books = new DayBooks(desk.history(), ZoneId.systemDefault());
        supply = new SupplyPanel(desk);
        demand = new DemandPanel(desk, trends);
        bank = new BankPanel(desk, trends);
        loads = new LoadsPanel(trends);
        day = new DayPanel(desk);
        air = new AirPanel(desk, trends);
        layOut();
        stay = desk.presence().open(Presence.Component.HMI2);
        subscription =
                desk.live()
                        .open(
                                EnumSet.of(Feed.ENERGY, Feed.LINE),
                                new LiveListener() {
                                    @Override
                                    public void reading(Reading reading) {
                                        trends.reading(reading);
                                        books.reading(reading);
                                    }
                                });
    }

    private void layOut() {
        grid.setHgap(16);
        grid.setVgap(16);
        for (int percent : COLUMNS) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            grid.getColumnConstraints().add(column);
        }
        for (int percent : ROWS) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(percent);
            grid.getRowConstraints().add(row);
        }
        grid.addRow(0, supply.node(), demand.node(), bank.node());
        grid.addRow(1, loads.node(), day.node(), air.node());
        for (Node node : grid.getChildren()) {
            GridPane.setFillHeight(node, true);
        }
    }

    @Override
    public Region node() {
        return grid;
    }

    @Override
    public void show(Snapshot now) {
        Optional<Reading> newest = now.reading(FactorySource.ENERGY);
        Optional<Instant> until = now.clock().now();
        if (newest.isEmpty() || until.isEmpty() || !showing.isDue(now.now())) {
            return;
        }
        if (!begun) {
            begin(now, until.get());
        }
        if (history == History.FAILED && now.now().isAfter(askAt)) {
            ask(until.get());
        }
        Leaves values = newest.get().values();
        EnergyModel model = EnergyModel.of(values, now.freshness(FactorySource.ENERGY));
        supply.show(now, model);
        demand.show(now, model, values);
        loads.show(now);
        day.show(now, books.energy(), books.bottles());
        if (drawing.isDue(now.now())) {
            demand.draw(until.get(), values.get("demand_limit").asDouble());
            loads.draw(until.get());
        }
        bank.show(now, model, values, until.get());
        air.show(now, model, values, until.get());
    }

    private void begin(Snapshot now, Instant until) {
        begun = true;
        now.reading(FactorySource.ENERGY).ifPresent(books::reading);
        now.reading(FactorySource.LINE).ifPresent(books::reading);
        supply.begin();
        demand.begin();
        bank.begin();
        loads.begin();
        day.begin();
        air.begin();
        var _ = trends.load(until).thenRun(() -> event(this::showAtOnce));
        ask(until);
    }

    private void ask(Instant until) {
        askAt = Instant.MAX;
        var _ =
                books.load(until)
                        .whenComplete((_, failure) ->
                                event(() -> told(failure == null ? History.READ : History.FAILED)));
    }

    private void told(History its) {
        history = its;
        askAt = desk.live().now().now().plus(ASK_AGAIN);
        day.show(its);
        showAtOnce();
    }

    private void showAtOnce() {
        showing.hurry();
        drawing.hurry();
        show(desk.live().now());
    }

    /** What is over does nothing any more. */
    private void event(Runnable happened) {
        desk.door()
                .event(() -> {
                    if (!closed) {
                        happened.run();
                    }
                });
    }

    @Override
    public boolean isComplete() {
        return begun && trends.isLoaded() && history != History.ASKED;
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
        stay.close();
        demand.close();
        bank.close();
        air.close();
    }
}
