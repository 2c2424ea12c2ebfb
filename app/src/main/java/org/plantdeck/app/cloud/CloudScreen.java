package org.plantdeck.app.cloud;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Presence;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Words;
import org.plantdeck.cloudanalytics.insights.Insight;

import java.util.EnumSet;
import java.util.Optional;

/** The executive dashboard, from the cloud broker and analytics.db alone. Threads: the screen's. */
public final class CloudScreen implements Screen {

    private static final Words WORDS = Words.of(CloudScreen.class);

    private final Desk desk;
    private final CloudReader reader;
    private final LiveSubscription subscription;
    private final Presence.Stay stay;
    private final KpiRow kpis = new KpiRow();
    private final CloudPanels panels;
    private final VBox node;

    /** The screen, with what the desk knows already. */
    public CloudScreen(Desk desk) {
        this.desk = desk;
        reader = new CloudReader(desk, this::showWhatWas);
        panels = new CloudPanels(this::dismiss, this::undoDismissals);
        node = new VBox(kpis, panels);
        node.getStyleClass().add("cloud-screen");
        VBox.setVgrow(panels, Priority.ALWAYS);
        subscription =
                desk.live()
                        .open(
                                EnumSet.of(Feed.WINDOWS, Feed.INSIGHTS, Feed.CLOUD_STATUS),
                                new LiveListener() {
                                    @Override
                                    public void insightStep() {
                                        desk.door().newest(reader, reader::readSoon);
                                    }
                                });
        stay = desk.presence().open(Presence.Component.CLOUD_DASHBOARD);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot now) {
        reader.read(now.now());
        Optional<CloudModel.Newest> newest = newest(now);
        kpis.show(CloudModel.row(newest, reader.figures(), reader.day()));
        panels.show(newest, now);
    }

    /** What has just arrived, or else what the database has. */
    private Optional<CloudModel.Newest> newest(Snapshot now) {
        double speed = now.clock().speed();
        return now.window()
                .map(it -> new CloudModel.Newest(it, Optional.of(now.windowAge()), speed))
                .or(() ->
                        reader.figures()
                                .map(it ->
                                        new CloudModel.Newest(
                                                it.latest(), Optional.empty(), speed)));
    }

    private void showWhatWas() {
        panels.show(reader, desk.dismissals());
        show(desk.live().now());
    }

    private void dismiss(Insight insight) {
        desk.dismissals().dismiss(insight);
        panels.show(reader, desk.dismissals());
    }

    private void undoDismissals() {
        desk.dismissals().undo();
        panels.show(reader, desk.dismissals());
    }

    @Override
    public boolean isComplete() {
        return reader.isComplete();
    }

    @Override
    public void close() {
        subscription.close();
        stay.close();
        reader.close();
        desk.door().forget(reader);
    }

    /** The tiles. */
    private static final class KpiRow extends GridPane implements Piecemeal {

        private final KpiTile health = tile("kpi.health", 0);
        private final KpiTile power = tile("kpi.power", 1);
        private final KpiTile efficiency = tile("kpi.efficiency", 2);
        private final KpiTile comfort = tile("kpi.comfort", 3);
        private final KpiTile energy = tile("kpi.energy", 4);
        private final KpiTile age = tile("kpi.age", 5);

        KpiRow() {
            getStyleClass().add("cloud-row");
            setMinHeight(USE_PREF_SIZE);
        }

        private KpiTile tile(String key, int column) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100 / 6.0);
            getColumnConstraints().add(width);
            KpiTile tile = new KpiTile(WORDS.say(key));
            add(tile, column, 0);
            return tile;
        }

        void show(CloudModel.Row row) {
            health.show(row.health());
            power.show(row.power());
            efficiency.show(row.efficiency());
            comfort.show(row.comfort());
            energy.show(row.energy());
            age.show(row.age());
        }
    }
}
