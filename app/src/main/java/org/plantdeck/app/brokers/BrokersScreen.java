package org.plantdeck.app.brokers;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.FiguresTable;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.Confirmation;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.brokers.BrokerAnswer;
import org.plantdeck.signal.brokers.BrokerCodec;
import org.plantdeck.signal.brokers.BrokerRequest;
import org.plantdeck.signal.brokers.ClientFigures;
import org.plantdeck.signal.brokers.TopicFigures;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;

/**
 * A broker's clients, topics, losses and retained messages; a client can be disconnected and
 * retained messages cleared. Level 4. Threads: the screen's.
 */
public final class BrokersScreen implements Screen {

    private static final Words WORDS = Words.of(BrokersScreen.class);

    private final Desk desk;
    private final BrokersModel model;
    private final VBox node = new VBox(16);
    private final BrokerStrip strip = new BrokerStrip(this::choose);
    private final SearchedRows<ClientFigures> clients;
    private final SearchedRows<TopicFigures> topics;
    private final ReasonsPane reasons = new ReasonsPane();
    private final RetainedPane retained = new RetainedPane(new Wishes());
    private final Confirmation confirmation = new Confirmation("");
    private final LiveSubscription subscription;
    private Instant now;
    private BrokerTotals totals = new BrokerTotals(Map.of());
    private boolean linked;
    private boolean closed;

    /** Opens it. */
    public BrokersScreen(Desk desk) {
        this.desk = desk;
        now = desk.live().now().now();
        model = new BrokersModel(this::send, desk.operator().name());
        clients =
                new SearchedRows<>(
                        WORDS.say("clients-title"),
                        WORDS.say("search-clients"),
                        clientTable(),
                        text -> model.searchClients(text, now));
        clients.act(WORDS.say("disconnect"), this::proposeDisconnect);
        FiguresTable<TopicFigures> topicTable = topicTable();
        topics =
                new SearchedRows<>(
                        WORDS.say("topics-title"),
                        WORDS.say("search-topics"),
                        topicTable,
                        text -> model.searchTopics(text, now));
        topicTable.listen(row ->
                row.filter(TopicFigures::hasRetained).ifPresent(it -> retained.offer(it.topic())));
        arrange();
        subscription =
                desk.live().open(EnumSet.of(Feed.LOCAL_BROKER, Feed.CLOUD_BROKER), new Ear());
    }

    private boolean send(Feed.Broker broker, BrokerRequest request) {
        return desk.live()
                .publish(
                        broker,
                        BrokerRequest.topic(broker.component()),
                        BrokerCodec.encode(request));
    }

    private FiguresTable<ClientFigures> clientTable() {
        FiguresTable<ClientFigures> table =
                new FiguresTable<>(
                        WORDS.say("clients-title"),
                        WORDS.say("client"),
                        124,
                        ClientFigures::clientId);
        table.text(WORDS.say("user"), 88, ClientFigures::user);
        table.text(
                WORDS.say("address"),
                124,
                it -> it.connected() ? it.address() : WORDS.say("is-away"));
        table.value(
                WORDS.say("since"), 94, ClientFigures::since, it -> BrokersModel.since(it, now));
        table.number(
                WORDS.say("in-rate"), 58, ClientFigures::receivedPerSecond, BrokersModel::rate);
        table.number(WORDS.say("out-rate"), 58, ClientFigures::sentPerSecond, BrokersModel::rate);
        table.number(WORDS.say("filters"), 62, ClientFigures::subscriptions, BrokersModel::whole);
        table.number(
                WORDS.say("queue"), 60, it -> it.waiting() + it.inFlight(), BrokersModel::whole);
        table.text(WORDS.say("protocol"), 56, BrokersModel::version);
        table.whenEmpty(WORDS.say("no-clients"));
        return table;
    }

    private static FiguresTable<TopicFigures> topicTable() {
        FiguresTable<TopicFigures> table =
                new FiguresTable<>(
                        WORDS.say("topics-title"), WORDS.say("topic"), 220, TopicFigures::topic);
        table.number(WORDS.say("rate"), 70, TopicFigures::messagesPerSecond, BrokersModel::rate);
        table.number(WORDS.say("bytes-rate"), 84, TopicFigures::bytesPerSecond, BrokersModel::rate);
        table.number(WORDS.say("messages"), 92, TopicFigures::messages, BrokersModel::whole);
        table.number(
                WORDS.say("retained-bytes"), 92, TopicFigures::retainedBytes, BrokersModel::whole);
        table.whenEmpty(WORDS.say("no-topics"));
        return table;
    }

    private void arrange() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("screen-grid");
        for (double share : new double[] {66, 34}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        for (double share : new double[] {50, 50}) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(share);
            grid.getRowConstraints().add(row);
        }
        grid.add(clients.panel(), 0, 0);
        grid.add(topics.panel(), 0, 1);
        grid.add(reasons.panel(), 1, 0);
        grid.add(retained.panel(), 1, 1);
        grid.setMinSize(0, 0);
        VBox.setVgrow(grid, Priority.ALWAYS);
        confirmation.getStyleClass().add("panel");
        confirmation.setMinHeight(Region.USE_PREF_SIZE);
        confirmation.tell(model.told());
        node.getChildren().addAll(strip, grid, confirmation);
    }

    private void choose(Feed.Broker broker) {
        if (broker != model.broker()) {
            model.choose(broker);
            clients.begin();
            topics.begin();
            retained.begin();
            show(desk.live().now());
        }
    }

    private void proposeDisconnect(ClientFigures client) {
        confirmation.propose(
                BrokersModel.consequence(client),
                WORDS.say("disconnect"),
                () -> act(() -> model.disconnect(client.clientId(), now)));
    }

    private void act(Runnable act) {
        act.run();
        confirmation.tell(model.told());
    }

    private final class Wishes implements RetainedPane.Wishes {

        @Override
        public void preview(String topicFilter) {
            model.preview(topicFilter, now);
            fill();
        }

        @Override
        public void clear() {
            model.preview()
                    .ifPresent(it ->
                            confirmation.propose(
                                    BrokersModel.consequence(it),
                                    WORDS.say("clear"),
                                    () -> act(() -> model.clear(now))));
        }

        @Override
        public void restore() {
            act(() -> model.restore(now));
        }
    }

    private final class Ear implements LiveListener {

        @Override
        public void brokerAnswers(Feed.Broker broker, BrokerAnswer answer) {
            desk.door()
                    .event(() -> {
                        if (!closed) {
                            model.answered(broker, answer);
                            confirmation.tell(model.told());
                            fill();
                        }
                    });
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot snapshot) {
        now = snapshot.now();
        linked = snapshot.link(model.broker()).isUp();
        totals = new BrokerTotals(snapshot.said(model.broker()));
        model.tick(now);
        fill();
    }

    private void fill() {
        strip.show(totals, linked);
        reasons.show(totals);
        if (!linked || model.isSilent()) {
            String sentence = WORDS.say(linked ? "silent" : "no-link");
            clients.instead(sentence);
            topics.instead(sentence);
            retained.instead(sentence);
            return;
        }
        clients.show(model.clients());
        topics.show(model.topics());
        retained.show(model.preview(), model.canUndo());
    }

    @Override
    public boolean isComplete() {
        boolean rows = model.clients().isPresent() && model.topics().isPresent();
        return totals.isKnown() && (rows || model.isSilent());
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }
}
