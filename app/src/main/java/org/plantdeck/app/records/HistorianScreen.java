package org.plantdeck.app.records;

import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.signal.Reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The historian: what it counts, trends of whatever it keeps, its newest rows, and files of it.
 * Level 4. Threads: the screen's.
 */
public final class HistorianScreen implements Screen {

    /** Shown where nobody says what to show. */
    private static final String FIRST_TAG = "factory/energy/power_consumption";

    private final Desk desk;
    private final FileChoice choice;
    private final Printing printing;
    private final VBox node = new VBox(16);
    private final CountsStrip counts = new CountsStrip();
    private final TrendPane trend;
    private final RowsPane rows;
    private final StackPane holder = new StackPane();
    private final LiveSubscription subscription;
    private Optional<RecordTools> tools = Optional.empty();

    /**
     * Opens it.
     *
     * @param tags full names of the tags whose trends are shown; none for the plant's power
     */
    public HistorianScreen(Desk desk, List<String> tags) {
        this(desk, tags, FileChoice.dialog(), Printing.system());
    }

    HistorianScreen(Desk desk, List<String> tags, FileChoice choice, Printing printing) {
        this.desk = desk;
        this.choice = choice;
        this.printing = printing;
        trend = new TrendPane(desk, tags.isEmpty() ? List.of(FIRST_TAG) : tags, this::moved);
        rows = new RowsPane(desk);
        node.getStyleClass().add("historian");
        VBox.setVgrow(holder, Priority.ALWAYS);
        holder.setMinHeight(0);
        holder.getChildren().setAll(trend);
        counts.setMinHeight(Region.USE_PREF_SIZE);
        node.getChildren().addAll(counts, holder);
        subscription =
                desk.live()
                        .open(
                                EnumSet.of(
                                        Feed.LINE,
                                        Feed.ENERGY,
                                        Feed.ENVIRONMENT,
                                        Feed.FACTORY_STATUS),
                                new LiveListener() {
                                    @Override
                                    public void reading(Reading reading) {
                                        trend.take(reading);
                                    }
                                });
    }

    @Override
    public List<Runnable> furnishing() {
        return List.of(this::addTools, () -> tools.ifPresent(it -> it.furnish(this::showRows)));
    }

    private void addTools() {
        RecordTools its = new RecordTools(desk, trend, choice, printing);
        node.addEventHandler(KeyEvent.KEY_PRESSED, its::key);
        node.getChildren().add(1, its);
        tools = Optional.of(its);
    }

    private void showRows(boolean asRows) {
        holder.getChildren().setAll(asRows ? rows.panel() : trend);
    }

    private void moved() {
        tools.ifPresent(RecordTools::moved);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot now) {
        counts.show(CountsModel.of(now));
        trend.show(now);
        if (rows.panel().getParent() != null) {
            rows.show(now);
        }
        tools.ifPresent(RecordTools::refresh);
    }

    @Override
    public boolean isComplete() {
        return trend.isComplete();
    }

    @Override
    public void close() {
        subscription.close();
        trend.close();
        rows.close();
        tools.ifPresent(RecordTools::close);
    }
}
