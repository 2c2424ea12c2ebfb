package org.plantdeck.mqttlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What a link carries, against a real broker on loopback. */
final class PahoLinkTest extends OnABroker {

    @Test
    void messagesPublishedBeforeTheLinkIsUpArriveInOrder() throws Exception {
        BlockingQueue<Delivery> seen = observe("factory/#");
        MqttLink link = link("PLC1", LinkSettings.Session.CLEAN);
        for (int i = 0; i < 500; i++) {
            link.publish(message("factory/line1", Integer.toString(i)));
        }
        link.start();
        for (int i = 0; i < 500; i++) {
            assertThat(text(await(seen, _ -> true))).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void anEndedSubscriptionBringsNothingMoreAndTheOthersGoOn() throws Exception {
        MqttLink link = link("HMI1", LinkSettings.Session.CLEAN);
        BlockingQueue<Delivery> ended = new LinkedBlockingQueue<>();
        BlockingQueue<Delivery> kept = new LinkedBlockingQueue<>();
        link.subscribe("factory/line1", 1, DeliveryHandler.acknowledging(ended::add));
        link.subscribe("factory/energy", 1, DeliveryHandler.acknowledging(kept::add));
        link.start();
        awaitTaken(link, "test/ready");
        link.publish(message("factory/line1", "1"));
        await(ended, _ -> true);

        link.unsubscribe("factory/line1");
        link.publish(message("factory/line1", "2"));
        link.publish(message("factory/energy", "3"));

        assertThat(text(await(kept, _ -> true))).isEqualTo("3");
        assertThat(ended).isEmpty();
    }

    @Test
    void aBrokerThatGoesAwayAndComesBackGetsEveryMessage() throws Exception {
        MqttLink consumer = link("Historian", LinkSettings.Session.PERSISTENT);
        BlockingQueue<Delivery> seen = new LinkedBlockingQueue<>();
        consumer.subscribe("factory/#", 1, DeliveryHandler.acknowledging(seen::add));
        consumer.start();
        awaitTaken(consumer, "test/ready");
        MqttLink link = link("PLC1", LinkSettings.Session.CLEAN);
        link.start();
        link.publish(message("factory/line1", "before"));
        await(seen, d -> text(d).equals("before"));
        broker.stop();
        for (int i = 0; i < 100; i++) {
            link.publish(message("factory/line1", "during-" + i));
        }
        broker.start();
        for (int i = 0; i < 100; i++) {
            String expected = "during-" + i;
            await(seen, d -> text(d).equals(expected));
        }
        assertThat(link.counts().dropped()).isZero();
    }

    @Test
    void whatIsNotAcknowledgedComesAgainAfterAReconnect() throws Exception {
        MqttLink consumer = link("Historian", LinkSettings.Session.PERSISTENT);
        BlockingQueue<Delivery> seen = new LinkedBlockingQueue<>();
        consumer.subscribe("factory/#", 1, seen::add);
        consumer.start();
        awaitTaken(consumer, "test/ready");
        MqttLink link = link("PLC1", LinkSettings.Session.CLEAN);
        link.start();
        link.publish(message("factory/line1", "kept"));
        link.publish(message("factory/line1", "lost"));
        await(seen, d -> text(d).equals("kept")).acknowledge();
        Delivery unacknowledged = await(seen, d -> text(d).equals("lost"));
        awaitTaken(consumer, "test/flushed");
        consumer.close();
        unacknowledged.acknowledge();
        MqttLink again = link("Historian", LinkSettings.Session.PERSISTENT);
        BlockingQueue<Delivery> seenAgain = new LinkedBlockingQueue<>();
        again.subscribe("factory/#", 1, DeliveryHandler.acknowledging(seenAgain::add));
        again.start();
        assertThat(text(await(seenAgain, _ -> true))).isEqualTo("lost");
    }

    @Test
    void aThrowingHandlerDoesNotEndTheLink() throws Exception {
        MqttLink link = link("Historian", LinkSettings.Session.CLEAN);
        BlockingQueue<Delivery> seen = new LinkedBlockingQueue<>();
        link.subscribe(
                "factory/#",
                1,
                DeliveryHandler.acknowledging(delivery -> {
                    if (text(delivery).equals("bad")) {
                        throw new IllegalStateException("on purpose");
                    }
                    seen.add(delivery);
                }));
        link.start();
        link.publish(message("factory/line1", "bad"));
        link.publish(message("factory/line1", "good"));
        assertThat(text(await(seen, _ -> true))).isEqualTo("good");
        assertThat(link.counts().failed()).isEqualTo(1);
    }

    @Test
    void aTopicWithAWildcardIsRefusedAtOnce() {
        MqttLink link = link("PLC1", LinkSettings.Session.CLEAN);
        assertThatThrownBy(() -> link.publish(message("factory/#", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
