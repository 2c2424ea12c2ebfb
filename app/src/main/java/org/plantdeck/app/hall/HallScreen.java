package org.plantdeck.app.hall;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Pace;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The hall and its air handling, level 2. */
public final class HallScreen implements Screen {

    private static final Words WORDS = Words.of(HallScreen.class);
    private static final int[] ROWS = {43, 29, 28};
    private static final int COLUMNS = 3;
    private static final Tag TEMPERATURE = HallTags.tag("temperature");
    private static final Tag CO2 = HallTags.tag("co2_level");
    private static final Tag NOISE = HallTags.tag("noise_level");
    private static final Tag AIR = HallTags.tag("air_quality.index");

    /** Values are shown anew no more often than this, and trends; wall time. */
    private static final Duration SHOWN_EVERY = Duration.ofMillis(200);

    private static final Duration DRAWN_EVERY = Duration.ofMillis(500);

    private final Desk desk;
    private final LiveTrends trends;
    private final LiveSubscription subscription;
    private final GridPane grid = new GridPane();
    private final HandlingPanel handling;
    private final ComfortPanel comfort;
    private final CoursePanel temperature;
    private final CoursePanel carbonDioxide;
    private final CoursePanel noise;
    private final CoursePanel air;
    private final List<CoursePanel> courses;
    private boolean begun;
    private boolean closed;
    private final Pace showing = new Pace(SHOWN_EVERY);
    private final Pace drawing = new Pace(DRAWN_EVERY);

    /** Opens it. */
    public HallScreen(Desk desk) {
        this.desk = desk;
        trends =
                new LiveTrends(
                        List.of(TEMPERATURE, CO2, NOISE, AIR, ComfortPanel.INDEX), desk.history());
        handling = new HandlingPanel(desk);
        comfort = new ComfortPanel(trends);
        temperature = new CoursePanel(desk, TEMPERATURE, WORDS.say("temperature.title"), trends);
        carbonDioxide = new CoursePanel(desk, CO2, WORDS.say("co2.title"), trends);
        noise = new CoursePanel(desk, NOISE, WORDS.say("noise.title"), trends);
        air = new CoursePanel(desk, AIR, WORDS.say("air.title"), trends);
        courses = List.of(temperature, carbonDioxide, noise, air);
        layOut();
        subscription = desk.live().open(EnumSet.of(Feed.ENVIRONMENT), trends);
    }

    private void layOut() {
        grid.setHgap(16);
        grid.setVgap(16);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int percent : ROWS) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(percent);
            grid.getRowConstraints().add(row);
        }
        grid.add(handling.node(), 0, 0, 2, 2);
        grid.add(comfort.node(), 2, 0);
        grid.add(temperature.node(), 2, 1);
        grid.add(carbonDioxide.node(), 0, 2);
        grid.add(air.node(), 1, 2);
        grid.add(noise.node(), 2, 2);
    }

    @Override
    public Region node() {
        return grid;
    }

    @Override
    public void show(Snapshot now) {
        Optional<Reading> newest = now.reading(FactorySource.ENVIRONMENT);
        Optional<Instant> until = now.clock().now();
        if (newest.isEmpty() || until.isEmpty() || !showing.isDue(now.now())) {
            return;
        }
        if (!begun) {
            begin(until.get());
        }
        Leaves values = newest.get().values();
        HallModel model = HallModel.of(values);
        handling.show(now, model, values);
        comfort.show(now, model);
        temperature.show(now, TEMPERATURE.unit(), values.number("temperature_setpoint"));
        carbonDioxide.show(now, CO2.unit(), OptionalDouble.empty());
        noise.show(now, NOISE.unit(), OptionalDouble.empty());
        air.show(now, model.airQuality(), OptionalDouble.empty());
        if (drawing.isDue(now.now())) {
            comfort.draw(until.get());
            courses.forEach(it -> it.draw(until.get()));
        }
    }

    private void begin(Instant until) {
        begun = true;
        handling.begin();
        comfort.begin();
        courses.forEach(CoursePanel::begin);
        var _ = trends.load(until).thenRun(() -> desk.door().event(this::showAtOnce));
    }

    private void showAtOnce() {
        if (!closed) {
            showing.hurry();
            drawing.hurry();
            show(desk.live().now());
        }
    }

    @Override
    public boolean isComplete() {
        return begun && trends.isLoaded();
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
        handling.close();
    }
}
