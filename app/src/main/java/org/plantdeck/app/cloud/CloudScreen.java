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

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    public List<Runnable> furnishing() {
        return kpis.furnishing();
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

        private static final List<String> NAMES =
                List.of(
                        "kpi.health",
                        "kpi.power",
                        "kpi.efficiency",
                        "kpi.comfort",
                        "kpi.energy",
                        "kpi.age");

        private final List<KpiTile> tiles = new ArrayList<>();

        KpiRow() {
            getStyleClass().add("cloud-row");
            setMinHeight(USE_PREF_SIZE);
        }

        /** One tile after the other; those of TilesFX take long to make, the first one most. */
        List<Runnable> furnishing() {
            return Stream.concat(
                            Stream.of(KpiTile::loadFonts),
                            NAMES.stream()
                                    .<Runnable>map(it -> () -> add(new KpiTile(WORDS.say(it)))))
                    .toList();
        }

        private void add(KpiTile tile) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / NAMES.size());
            getColumnConstraints().add(width);
            add(tile, tiles.size(), 0);
            tiles.add(tile);
        }

        void show(CloudModel.Row row) {
            Iterator<CloudModel.Kpi> kpis = row.kpis().iterator();
            tiles.forEach(it -> it.show(kpis.next()));
        }
    }
}
