package io.moquette.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.moquette.broker.subscriptions.CTrieSubscriptionDirectory;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import io.moquette.persistence.MemorySubscriptionsRepository;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopDollarTest {

    private final TopDollar subscriptions = new TopDollar(new CTrieSubscriptionDirectory());

    @BeforeEach
    void begin() {
        subscriptions.init(new MemorySubscriptionsRepository());
    }

    private void add(String client, String filter, MqttQoS qos) {
        subscriptions.add(new Subscription(client, new Topic(filter), qos));
    }

    private String found(String topic) {
        return subscriptions.matchQosSharpening(new Topic(topic)).stream()
                .map(it -> it.getClientId() + it.getRequestedQos().value())
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void whoIsFoundIsFoundAgainUntilASubscriptionChanges() {
        assertThat(found("factory/line1/data")).isEqualTo("[]");

        add("a", "factory/+/data", MqttQoS.AT_MOST_ONCE);
        assertThat(found("factory/line1/data")).isEqualTo("[a0]");
        assertThat(found("factory/line1/data")).isEqualTo("[a0]");

        add("b", "#", MqttQoS.AT_LEAST_ONCE);
        assertThat(found("factory/line1/data")).isEqualTo("[a0, b1]");

        add("a", "factory/+/data", MqttQoS.EXACTLY_ONCE);
        assertThat(found("factory/line1/data")).isEqualTo("[a2, b1]");

        subscriptions.removeSubscription(new Topic("#"), "b");
        assertThat(found("factory/line1/data")).isEqualTo("[a2]");
    }

    @Test
    void aWildcardInFrontFindsNoTopicOfTheBroker() {
        add("a", "#", MqttQoS.AT_MOST_ONCE);
        add("b", "$SYS/#", MqttQoS.AT_MOST_ONCE);
        assertThat(found("$SYS/broker/uptime")).isEqualTo("[b0]");
        assertThat(found("$SYS/broker/uptime")).isEqualTo("[b0]");
    }
}
