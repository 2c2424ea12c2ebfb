package org.plantdeck.app.brokers;

import org.plantdeck.app.desk.Pace;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.brokers.BrokerAnswer;
import org.plantdeck.signal.brokers.BrokerRequest;
import org.plantdeck.signal.brokers.BrokerRequest.Act;
import org.plantdeck.signal.brokers.ClientFigures;
import org.plantdeck.signal.brokers.TopicFigures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What was asked of the broker that is looked at, and what it answered, which only PlantDeck's
 * brokers do. Threads: one.
 */
final class BrokersModel {

    private static final Words WORDS = Words.of(BrokersModel.class);

    /** Rows are asked for again after this time. */
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final BiPredicate<Feed.Broker, BrokerRequest> line;
    private final String by;
    private final Pace pace = new Pace(AGAIN);
    private Feed.Broker broker = Feed.Broker.LOCAL;
    private BrokerTalk talk;
    private Optional<Rows<ClientFigures>> clients = Optional.empty();
    private Optional<Rows<TopicFigures>> topics = Optional.empty();
    private Optional<Preview> preview = Optional.empty();
    private String clientSearch = "";
    private String topicSearch = "";
    private String told = WORDS.say("at-first");
    private boolean silent;
    private boolean canUndo;

    /**
     * Rows that were answered.
     *
     * @param rows at most as many as fit an answer
     * @param count how many there are
     */
    record Rows<T>(List<T> rows, int count) {

        /** "13", or "first 200 of 5,012". */
        String context() {
            return rows.size() < count
                    ? WORDS.say("first-of", Numbers.text(rows.size()), Numbers.text(count))
                    : Numbers.text(count);
        }
    }

    /**
     * What a topic filter would clear.
     *
     * @param filter as it was asked for
     * @param rows the retained messages
     * @param refused why there is none to see; empty where it was answered
     */
    record Preview(String filter, Rows<TopicFigures> rows, String refused) {

        /** Whether there is something to clear. */
        boolean isClearable() {
            return refused.isEmpty() && rows.count() > 0;
        }
    }

    /**
     * @param line takes a request to a broker; false where there is no link to it
     * @param by who asks
     */
    BrokersModel(BiPredicate<Feed.Broker, BrokerRequest> line, String by) {
        this.line = line;
        this.by = by;
        talk = talk();
    }

    private BrokerTalk talk() {
        Feed.Broker its = broker;
        return new BrokerTalk(request -> line.test(its, request), by);
    }

    /** Looks at another broker, of which nothing was asked yet. */
    void choose(Feed.Broker other) {
        if (other == broker) {
            return;
        }
        broker = other;
        talk = talk();
        clients = Optional.empty();
        topics = Optional.empty();
        preview = Optional.empty();
        told = WORDS.say("at-first");
        silent = false;
        canUndo = false;
        pace.hurry();
    }

    /** Which broker is looked at. */
    Feed.Broker broker() {
        return broker;
    }

    /** A broker has answered somebody. */
    void answered(Feed.Broker from, BrokerAnswer answer) {
        if (from == broker) {
            talk.answered(answer).ifPresent(act -> take(act, answer));
        }
    }

    private void take(Act act, BrokerAnswer answer) {
        silent = false;
        switch (act) {
            case CLIENTS -> clients = Optional.of(new Rows<>(answer.clients(), answer.count()));
            case TOPICS -> topics = Optional.of(new Rows<>(answer.topics(), answer.count()));
            case RETAINED ->
                    preview =
                            preview.map(it ->
                                    new Preview(
                                            it.filter(),
                                            new Rows<>(answer.topics(), answer.count()),
                                            answer.wasDone() ? "" : sentence(answer)));
            case DISCONNECT -> acted(answer);
            case CLEAR_RETAINED -> {
                acted(answer);
                canUndo = canUndo || (answer.wasDone() && answer.count() > 0);
                preview = Optional.empty();
            }
            case RESTORE_RETAINED -> {
                acted(answer);
                canUndo = false;
                preview = Optional.empty();
            }
        }
    }

    private void acted(BrokerAnswer answer) {
        told = sentence(answer);
        pace.hurry();
    }

    private static String sentence(BrokerAnswer answer) {
        return WORDS.say(answer.wasDone() ? "done" : "refused", answer.reason());
    }

    /** Asks what is due, and gives up what has waited too long; called every second or so. */
    void tick(Instant now) {
        boolean noClients = talk.givesUp(Act.CLIENTS, now);
        boolean noTopics = talk.givesUp(Act.TOPICS, now);
        silent = silent || noClients || noTopics;
        for (Act act : List.of(Act.DISCONNECT, Act.CLEAR_RETAINED, Act.RESTORE_RETAINED)) {
            if (talk.givesUp(act, now)) {
                told = WORDS.say("unanswered");
            }
        }
        if (talk.givesUp(Act.RETAINED, now)) {
            preview =
                    preview.map(it ->
                            new Preview(
                                    it.filter(),
                                    new Rows<>(List.of(), 0),
                                    WORDS.say("unanswered")));
        }
        if (pace.isDue(now)) {
            ask(Act.CLIENTS, clientSearch, now);
            ask(Act.TOPICS, topicSearch, now);
        }
    }

    private void ask(Act act, String value, Instant now) {
        if (!talk.isAsking(act, now)) {
            var _ = talk.ask(act, value, now);
        }
    }

    /** Looks for clients with a text in them. */
    void searchClients(String text, Instant now) {
        clientSearch = text;
        var _ = talk.ask(Act.CLIENTS, text, now);
    }

    /** Looks for topics with a text in them. */
    void searchTopics(String text, Instant now) {
        topicSearch = text;
        var _ = talk.ask(Act.TOPICS, text, now);
    }

    /** Looks what a topic filter would clear. */
    void preview(String filter, Instant now) {
        boolean sent = talk.ask(Act.RETAINED, filter, now);
        preview =
                Optional.of(
                        new Preview(
                                filter,
                                new Rows<>(List.of(), 0),
                                sent ? WORDS.say("asking") : WORDS.say("no-link")));
    }

    /** Has the broker end the connection of a client. */
    void disconnect(String clientId, Instant now) {
        act(Act.DISCONNECT, clientId, now);
    }

    /** Has the broker clear what was previewed. */
    void clear(Instant now) {
        preview.filter(Preview::isClearable)
                .ifPresent(it -> act(Act.CLEAR_RETAINED, it.filter(), now));
    }

    /** Has the broker retain again what it cleared last. */
    void restore(Instant now) {
        act(Act.RESTORE_RETAINED, "", now);
    }

    private void act(Act act, String value, Instant now) {
        told = talk.ask(act, value, now) ? WORDS.say("asking") : WORDS.say("no-link");
    }

    /** The clients that were searched for, once they were answered. */
    Optional<Rows<ClientFigures>> clients() {
        return clients;
    }

    /** The topics that were searched for, once they were answered. */
    Optional<Rows<TopicFigures>> topics() {
        return topics;
    }

    /** What would be cleared. */
    Optional<Preview> preview() {
        return preview;
    }

    /** What came of the last act. */
    String told() {
        return told;
    }

    /** Whether something was cleared that can come back. */
    boolean canUndo() {
        return canUndo;
    }

    /**
     * Whether it leaves questions unanswered: another kind of broker, or one that may not be asked.
     */
    boolean isSilent() {
        return silent;
    }

    /** Since when it is connected: the time of day, or the day where that is another one. */
    static String since(String since, Instant now) {
        return IsoTime.parse(since)
                .map(it -> Times.day(it).equals(Times.day(now)) ? Times.second(it) : Times.day(it))
                .orElse(Numbers.NONE);
    }

    /** The version of the protocol alone: "3.1.1". */
    static String version(ClientFigures client) {
        return client.protocol().replace("MQTT ", "");
    }

    /** A whole number, or nothing where there is none. */
    static String whole(Number number) {
        return number.longValue() < 0 ? Numbers.NONE : Numbers.text(number.longValue());
    }

    /** A number a second; small ones with a decimal. */
    static String rate(double perSecond) {
        return Numbers.text(perSecond, perSecond < 100 ? 1 : 0);
    }

    /** What happens when a client is disconnected, in a sentence. */
    static String consequence(ClientFigures client) {
        return WORDS.say(
                "disconnect-consequence", client.clientId(), client.user(), client.address());
    }

    /** What happens when the preview is cleared, in a sentence. */
    static String consequence(Preview preview) {
        return WORDS.say(
                preview.rows().count() == 1 ? "clear-one-consequence" : "clear-consequence",
                Numbers.text(preview.rows().count()),
                preview.filter());
    }
}
