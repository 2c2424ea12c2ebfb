package org.plantdeck.broker.guard;

import io.moquette.broker.MoquetteCore;
import io.moquette.broker.RetainedMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;

import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.brokers.ClientFigures;
import org.plantdeck.signal.brokers.TopicFigures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a broker knows of its clients and topics, and what can be done about them. Threads: any. */
public final class Statistics {

    private static final String OF_THE_BROKER = "$SYS/";
    private static final byte[] NOTHING = {};

    private final Gate gate;
    private final Instant since;

    /**
     * A retained message.
     *
     * @param qos it was published with
     */
    public record Retained(String topic, int qos, byte[] payload) {}

    /**
     * Begins now.
     *
     * @param gate of a broker that has just started
     */
    public Statistics(Gate gate) {
        this.gate = gate;
        since = gate.clock().instant();
    }

    /** Wall time at which the broker started. */
    public Instant since() {
        return since;
    }

    /** What came in, went out and was dropped. */
    public Traffic traffic() {
        return gate.traffic();
    }

    /** How many clients are connected. */
    public int connected() {
        return gate.clients().count();
    }

    /** How many may be connected at a time. */
    public int connectionsMax() {
        return gate.limits().connections();
    }

    /** Why sessions and retained messages cannot be stored any more; empty where they can. */
    public String storeTrouble() {
        return gate.storeTrouble();
    }

    /** Messages on topics beyond those that are counted one by one. */
    public long messagesOnOtherTopics() {
        return gate.topics().others();
    }

    /** Every client that is connected, and those that are away while their sessions wait. */
    public List<ClientFigures> clients() {
        List<ClientFigures> figures = new ArrayList<>();
        gate.clients().all().forEach(it -> figures.add(figures(it)));
        for (String clientId : gate.core().sleeping()) {
            if (gate.clients().client(clientId).isEmpty()) {
                figures.add(away(clientId));
            }
        }
        return figures;
    }

    private ClientFigures figures(Connected client) {
        MoquetteCore.Load load = gate.core().load(client.clientId());
        Connected.Origin origin = client.origin();
        return new ClientFigures(
                client.clientId(),
                client.rights().user(),
                origin.address().getAddress().getHostAddress() + ":" + origin.address().getPort(),
                IsoTime.format(origin.since()),
                origin.version() == MqttVersion.MQTT_3_1.protocolLevel()
                        ? "MQTT 3.1"
                        : "MQTT 3.1.1",
                true,
                load.subscriptions(),
                load.waiting(),
                load.inFlight(),
                client.received().count(),
                client.sent().count(),
                client.received().perSecond(),
                client.sent().perSecond());
    }

    private ClientFigures away(String clientId) {
        MoquetteCore.Load load = gate.core().load(clientId);
        return new ClientFigures(
                clientId,
                "",
                "",
                "",
                "",
                false,
                load.subscriptions(),
                load.waiting(),
                load.inFlight(),
                0,
                0,
                0,
                0);
    }

    /** Every topic that something was published on or is retained on; not those of the broker. */
    public List<TopicFigures> topics() {
        Map<String, Integer> retained = new HashMap<>();
        retained("#").forEach(it -> retained.put(it.topic(), it.payload().length));
        List<TopicFigures> figures = new ArrayList<>();
        gate.topics()
                .all()
                .forEach((topic, its) -> {
                    Integer bytes = retained.remove(topic);
                    figures.add(
                            new TopicFigures(
                                    topic,
                                    its.messages().count(),
                                    its.bytes().count(),
                                    its.messages().perSecond(),
                                    its.bytes().perSecond(),
                                    bytes == null ? -1 : bytes));
                });
        retained.forEach((topic, bytes) -> figures.add(new TopicFigures(topic, 0, 0, 0, 0, bytes)));
        return figures;
    }

    /**
     * The retained messages that a topic filter matches, without those of the broker itself.
     *
     * @throws IllegalArgumentException where it is no topic filter
     */
    public List<Retained> retained(String filter) {
        if (!Topics.isFilter(filter)) {
            throw new IllegalArgumentException(filter + " is no topic filter");
        }
        return gate.core()
                .retained(filter)
                .filter(it -> !it.getTopic().toString().startsWith(OF_THE_BROKER))
                .map(Statistics::retained)
                .toList();
    }

    private static Retained retained(RetainedMessage message) {
        return new Retained(
                message.getTopic().toString(), message.qosLevel().value(), message.getPayload());
    }

    /**
     * Ends a client's connection; its last will is published, its session stays where it is
     * lasting.
     *
     * @return whether it was connected
     */
    public boolean disconnect(String clientId) {
        return gate.clients().disconnect(clientId);
    }

    /**
     * Ends the retained messages that a topic filter matches, as an empty retained message does:
     * subscribers are sent that too.
     *
     * @return what was ended
     * @throws IllegalArgumentException where it is no topic filter
     */
    public List<Retained> clearRetained(String filter) {
        List<Retained> cleared = retained(filter);
        cleared.forEach(it -> gate.publish(it.topic(), MqttQoS.AT_MOST_ONCE, NOTHING, true));
        return cleared;
    }

    /**
     * Retains a message again, unless there is a newer one on its topic.
     *
     * @return whether it is retained
     */
    public boolean restore(Retained message) {
        boolean isGone = retained(message.topic()).isEmpty();
        if (isGone) {
            gate.publish(message.topic(), MqttQoS.valueOf(message.qos()), message.payload(), true);
        }
        return isGone;
    }
}
