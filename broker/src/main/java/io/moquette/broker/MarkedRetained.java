package io.moquette.broker;

import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.jspecify.annotations.NullMarked;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The retained messages. Moquette forgets on the way to a QoS 1 or 2 subscriber that a message is a
 * retained one; so the topic it is given bears a mark no topic of a client can bear, and whoever
 * writes the message to the network takes the mark off and sets the flag. Threads: any.
 */
@NullMarked
final class MarkedRetained implements IRetainedRepository {

    /** No topic may contain this character (MQTT 3.1.1, 4.7.3). */
    static final char MARK = '\u0000';

    /** What the broker says of itself holds while it runs and is not stored. */
    private static final String OF_THE_BROKER = "$SYS/";

    private final IRetainedRepository stored;
    private final Map<String, RetainedMessage> messages = new ConcurrentHashMap<>();

    MarkedRetained(IRetainedRepository stored) {
        this.stored = stored;
        stored.retainedOnTopic("#").forEach(it -> messages.put(it.getTopic().toString(), it));
    }

    @Override
    public void cleanRetained(Topic topic) {
        if (messages.remove(topic.toString()) != null) {
            stored.cleanRetained(topic);
        }
    }

    @Override
    public void retain(Topic topic, MqttPublishMessage message) {
        byte[] payload = new byte[message.payload().readableBytes()];
        message.payload().getBytes(message.payload().readerIndex(), payload);
        retain(topic.toString(), message.fixedHeader().qosLevel(), payload);
    }

    /** Keeps a message for later subscribers in the place of an earlier one; empty is none. */
    void retain(String topic, MqttQoS qos, byte[] payload) {
        Topic of = new Topic(topic);
        if (payload.length == 0) {
            cleanRetained(of);
            return;
        }
        messages.put(topic, new RetainedMessage(of, qos, payload));
        if (topic.startsWith(OF_THE_BROKER)) {
            return;
        }
        stored.retain(
                of,
                new MqttPublishMessage(
                        new MqttFixedHeader(MqttMessageType.PUBLISH, false, qos, true, 0),
                        new MqttPublishVariableHeader(topic, 0),
                        Unpooled.wrappedBuffer(payload)));
    }

    @Override
    public boolean isEmpty() {
        return messages.isEmpty();
    }

    @Override
    public List<RetainedMessage> retainedOnTopic(String filter) {
        return matching(filter).map(MarkedRetained::marked).toList();
    }

    /** What matches a filter, as it is. */
    Stream<RetainedMessage> matching(String filter) {
        if (!filter.contains("#") && !filter.contains("+")) {
            return Stream.ofNullable(messages.get(filter));
        }
        Topic wanted = new Topic(filter);
        boolean fromTop = filter.startsWith("#") || filter.startsWith("+");
        return messages.values().stream()
                .filter(it -> !fromTop || !it.getTopic().toString().startsWith("$"))
                .filter(it -> it.getTopic().match(wanted));
    }

    private static RetainedMessage marked(RetainedMessage message) {
        return new RetainedMessage(
                new Topic(MARK + message.getTopic().toString()),
                message.qosLevel(),
                message.getPayload());
    }
}
