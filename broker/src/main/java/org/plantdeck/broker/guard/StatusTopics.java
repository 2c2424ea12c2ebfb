package org.plantdeck.broker.guard;

import io.netty.handler.codec.mqtt.MqttQoS;

import org.plantdeck.signal.brokers.BrokerCodec;
import org.plantdeck.signal.brokers.ClientFigures;
import org.plantdeck.signal.brokers.TopicFigures;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says on {@code $SYS/broker/#} how the broker is: retained, as text, only what has changed, under
 * the names Mosquitto uses where it says the same. Threads: one.
 */
public final class StatusTopics {

    private static final String ROOT = "$SYS/broker/";

    /** Rows of the lists: the busiest. */
    private static final int ROWS = 100;

    /** The lists are said every so many times, the first time too. */
    private static final int LISTS_EVERY = 5;

    private final Gate gate;
    private final Statistics statistics;
    private final Map<String, String> said = new HashMap<>();
    private int connectedMost;
    private int times;

    /** Nothing is said yet. */
    public StatusTopics(Gate gate, Statistics statistics) {
        this.gate = gate;
        this.statistics = statistics;
    }

    /** Says what has changed since the last time. */
    public void publish() {
        List<ClientFigures> clients = statistics.clients();
        List<TopicFigures> topics = statistics.topics();
        Instant now = gate.clock().instant();
        say("version", "PlantDeck");
        say("uptime", Duration.between(statistics.since(), now).toSeconds() + " seconds");
        sayOf(clients);
        sayOf(statistics.traffic());
        List<TopicFigures> retained = topics.stream().filter(TopicFigures::hasRetained).toList();
        say("retained messages/count", retained.size());
        say(
                "retained messages/bytes",
                retained.stream().mapToLong(TopicFigures::retainedBytes).sum());
        say("topics/count", topics.size());
        say("topics/others/messages", statistics.messagesOnOtherTopics());
        if (times % LISTS_EVERY == 0) {
            send(
                    "detail/clients",
                    BrokerCodec.encodeClients(first(ClientFigures.BUSIEST, clients)));
            send("detail/topics", BrokerCodec.encodeTopics(first(TopicFigures.BUSIEST, topics)));
        }
        times++;
    }

    private void sayOf(List<ClientFigures> clients) {
        int connected = (int) clients.stream().filter(ClientFigures::connected).count();
        connectedMost = Math.max(connectedMost, connected);
        say("clients/connected", connected);
        say("clients/disconnected", clients.size() - connected);
        say("clients/total", clients.size());
        say("clients/maximum", connectedMost);
        say("clients/limit", statistics.connectionsMax());
        say("subscriptions/count", clients.stream().mapToInt(ClientFigures::subscriptions).sum());
        say("store/messages/count", clients.stream().mapToInt(ClientFigures::waiting).sum());
    }

    private void sayOf(Traffic traffic) {
        say("publish/messages/received", traffic.messagesIn());
        say("publish/messages/sent", traffic.messagesOut());
        say("publish/messages/dropped", traffic.messagesDropped());
        say("publish/bytes/received", traffic.bytesIn());
        say("publish/bytes/sent", traffic.bytesOut());
        say("rate/publish/received", decimal(traffic.messagesInPerSecond()));
        say("rate/publish/sent", decimal(traffic.messagesOutPerSecond()));
        for (Reason reason : Reason.values()) {
            say("reasons/" + reason.word(), traffic.counted(reason));
        }
    }

    private static <T> List<T> first(Comparator<T> order, List<T> all) {
        return all.stream().sorted(order).limit(ROWS).toList();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void say(String name, long value) {
        say(name, Long.toString(value));
    }

    private void say(String name, String text) {
        if (!text.equals(said.put(name, text))) {
            send(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void send(String name, byte[] body) {
        gate.publish(ROOT + name, MqttQoS.AT_MOST_ONCE, body, true);
    }
}
