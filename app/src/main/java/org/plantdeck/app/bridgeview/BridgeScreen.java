package org.plantdeck.app.bridgeview;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Words;

import java.time.Instant;
import java.util.EnumSet;

/**
 * The bridge in numbers: its links and counts, its outbox, its windows, and one of them beside the
 * readings it came from. Threads: the screen's.
 */
public final class BridgeScreen implements Screen {

    private static final Words WORDS = Words.of(BridgeScreen.class);

    private static final double UPPER = 260;
    private static final double UPPER_SHARE = 0.32;

    private final BridgeReader reader;
    private final LiveSubscription subscription;
    private final GridPane node = new GridPane();
    private final PathPane path = new PathPane();
    private final OutboxPane outbox;
    private final Panel pathPanel = new Panel(WORDS.say("path.title"), path);
    private final Panel outboxPanel = new Panel(WORDS.say("outbox.title"));
    private final Panel windowPanel = new Panel(WORDS.say("windows.title"));
    private final Panel comparisonPanel = new Panel(WORDS.say("comparison.title"));
    private final WindowTable table;
    private final ComparisonPane comparison;
    private Instant now = Instant.EPOCH;

    /** The screen, with what the desk knows already. */
    public BridgeScreen(Desk desk) {
        reader = new BridgeReader(desk, new Ear());
        outbox = new OutboxPane(desk.outbox());
        table = new WindowTable(this::pin);
        comparison = new ComparisonPane(this::follow);
        outboxPanel.content(outbox);
        windowPanel.loading();
        comparisonPanel.loading();
        arrange();
        subscription =
                desk.live()
                        .open(
                                EnumSet.of(Feed.FACTORY_STATUS, Feed.CLOUD_STATUS),
                                new LiveListener() {});
    }

    private void arrange() {
        node.getStyleClass().add("bridge-screen");
        for (double share : new double[] {32, 12, 56}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            node.getColumnConstraints().add(column);
        }
        RowConstraints upper = new RowConstraints();
        upper.setMinHeight(UPPER);
        upper.setMaxHeight(Region.USE_PREF_SIZE);
        upper.prefHeightProperty().bind(node.heightProperty().multiply(UPPER_SHARE));
        RowConstraints lower = new RowConstraints();
        lower.setVgrow(Priority.ALWAYS);
        node.getRowConstraints().addAll(upper, lower);
        node.add(pathPanel, 0, 0);
        node.add(outboxPanel, 1, 0, 2, 1);
        node.add(windowPanel, 0, 1, 2, 1);
        node.add(comparisonPanel, 2, 1);
    }

    private void pin(long position) {
        comparison.pinned(true);
        reader.pin(position);
    }

    private void follow() {
        comparison.pinned(false);
        table.follow();
        reader.follow();
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot snapshot) {
        now = snapshot.now();
        reader.read(snapshot);
        BridgeModel.Path says = BridgeModel.path(snapshot);
        path.show(says);
        outbox.show(snapshot);
    }

    @Override
    public boolean isComplete() {
        return reader.isComplete();
    }

    @Override
    public void close() {
        subscription.close();
        reader.close();
    }

    private final class Ear implements BridgeReader.Listener {

        @Override
        public void looked(BridgeReader.Look look) {
            outboxPanel.context(BridgeModel.waiting(look.unsent(), look.oldest(), now));
            if (look.windows().isEmpty()) {
                windowPanel.instead(WORDS.say("windows.none"));
                comparisonPanel.instead(WORDS.say("windows.none"));
                return;
            }
            table.show(BridgeModel.lines(look.windows(), now));
            show(windowPanel, table);
        }

        @Override
        public void failed(String sentence, boolean historian) {
            if (historian) {
                comparisonPanel.instead(WORDS.say("no-historian", sentence));
            } else {
                windowPanel.instead(WORDS.say("no-database", sentence));
                comparisonPanel.instead(WORDS.say("no-database", sentence));
            }
        }

        @Override
        public void compared(Comparison given) {
            comparisonPanel.context(given.title());
            comparison.show(given);
            show(comparisonPanel, comparison);
        }

        private void show(Panel panel, Region content) {
            if (content.getParent() == null) {
                panel.content(content);
            }
        }
    }
}
