package org.plantdeck.mqttlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The link against a real broker on loopback. */
class PahoLinkTest {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir Path directory;

    private final LinkFactory links = new PahoLinks(InstantSource.system(), "test");
    private final List<MqttLink> open = new ArrayList<>();
    private EmbeddedBroker broker;
    private URI url;

    @BeforeEach
    void startBroker() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        url = URI.create("tcp://127.0.0.1:" + port);
        broker =
                EmbeddedBroker.of(new BrokerSettings("local-broker", "127.0.0.1", port, directory));
        broker.start();
    }

    @AfterEach
    void end() {
        open.forEach(MqttLink::close);
        broker.close();
    }

    private MqttLink link(String component, LinkSettings.Session session) {
        MqttLink link = links.link(LinkSettings.of(url, component, session));
        open.add(link);
        return link;
    }

    /** A silent observer of a filter. */
    private BlockingQueue<Delivery> observe(String filter) throws Exception {
        BlockingQueue<Delivery> seen = new LinkedBlockingQueue<>();
        MqttLink observer =
                links.link(
                        new LinkSettings(
                                url,
                                "observer-" + open.size(),
                                LinkSettings.Session.CLEAN,
                                "",
                                Duration.ofSeconds(10),
                                100,
                                10));
        open.add(observer);
        observer.subscribe(filter, 1, DeliveryHandler.acknowledging(seen::add));
        observer.start();
        awaitTaken(observer, "test/ready");
        return seen;
    }

    private static void awaitTaken(MqttLink link, String topic) throws Exception {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        link.publish(new Publication(topic, new byte[0], 1, false, () -> taken.complete(null)));
        taken.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Delivery await(BlockingQueue<Delivery> seen, Predicate<Delivery> wanted)
            throws Exception {
        for (Delivery next = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                next != null;
                next = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            if (wanted.test(next)) {
                return next;
            }
        }
        throw new AssertionError("what was waited for did not arrive");
    }

    private static String text(Delivery delivery) {
        return new String(delivery.body(), UTF_8);
    }

    private static Publication message(String topic, String text) {
        return new Publication(topic, text.getBytes(UTF_8), 1, false);
    }

    private static PartStatus status(Delivery delivery) {
        return ((Decoded.Sound<PartStatus>) StatusCodec.decode(delivery.body())).value();
    }

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
    void theStatusIsOnlineWhileThePartLivesAndOfflineAfterAnOrderlyEnd() throws Exception {
        BlockingQueue<Delivery> seen = observe("status/#");
        MqttLink link = link("Bridge", LinkSettings.Session.CLEAN);
        link.start();
        Delivery online = await(seen, _ -> true);
        assertThat(status(online).health().state()).isEqualTo(Health.State.ONLINE);
        Leaves.Builder figures = Leaves.builder().put("outbox.depth", 3);
        link.report(new Health(Health.State.DEGRADED, "the cloud broker is away", figures.build()));
        PartStatus degraded = status(await(seen, _ -> true));
        String since = status(online).health().figures().text("since");
        assertThat(degraded.health())
                .isEqualTo(
                        new Health(
                                Health.State.DEGRADED,
                                "the cloud broker is away",
                                figures.put("since", since).build()));
        assertThat(IsoTime.parse(since)).isPresent();
        assertThat(degraded.component()).isEqualTo("Bridge");
        link.close();
        assertThat(status(await(seen, _ -> true)).health().state()).isEqualTo(Health.State.OFFLINE);
        PartStatus kept = status(await(observe("status/#"), _ -> true));
        assertThat(kept.health().state()).isEqualTo(Health.State.OFFLINE);
    }

    @Test
    void theOneThatIsTakenOverStopsAndSaysSo() throws Exception {
        MqttLink first = link("PLC1", LinkSettings.Session.CLEAN);
        first.start();
        awaitTaken(first, "test/first");
        MqttLink second = link("PLC1", LinkSettings.Session.CLEAN);
        CountDownLatch stopped = new CountDownLatch(1);
        second.start();
        awaitTaken(second, "test/second");
        awaitPhase(first, LinkState.Phase.TAKEN_OVER, stopped);
        assertThat(first.state().reason()).contains("identity PLC1");
        assertThat(second.state().isUp()).isTrue();
    }

    @Test
    void twoThatSpeakForOneComponentUnderTheirOwnIdentitiesDoNotStopEachOther() throws Exception {
        MqttLink first = speaker("HMI1-a", "HMI1");
        MqttLink second = speaker("HMI1-b", "HMI1");
        first.start();
        awaitTaken(first, "test/first");
        second.start();
        awaitTaken(second, "test/second");

        broker.stop();
        awaitPhase(first, LinkState.Phase.DOWN, new CountDownLatch(1));
        awaitPhase(second, LinkState.Phase.DOWN, new CountDownLatch(1));
        broker.start();

        awaitPhase(first, LinkState.Phase.UP, new CountDownLatch(1));
        awaitPhase(second, LinkState.Phase.UP, new CountDownLatch(1));
    }

    @Test
    void whenOneOfTwoSpeakersEndsTheOtherSaysThatTheComponentLives() throws Exception {
        MqttLink first = speaker("HMI1-a", "HMI1");
        first.start();
        awaitTaken(first, "test/first");
        MqttLink second = speaker("HMI1-b", "HMI1");
        second.start();
        awaitTaken(second, "test/second");
        BlockingQueue<Delivery> seen = observe("status/HMI1");
        await(seen, _ -> true);

        second.close();

        assertThat(status(await(seen, _ -> true)).health().state()).isEqualTo(Health.State.OFFLINE);
        assertThat(status(await(seen, _ -> true)).health().state()).isEqualTo(Health.State.ONLINE);
    }

    private MqttLink speaker(String identity, String component) {
        MqttLink link =
                links.link(
                        new LinkSettings(
                                url,
                                identity,
                                LinkSettings.Session.CLEAN,
                                component,
                                Duration.ofSeconds(10),
                                10,
                                10));
        open.add(link);
        return link;
    }

    /** Watches a link's phase from an executor of the JDK, so that no test thread sleeps. */
    private static void awaitPhase(MqttLink link, LinkState.Phase phase, CountDownLatch reached)
            throws Exception {
        try (var timer = java.util.concurrent.Executors.newSingleThreadScheduledExecutor()) {
            var watch =
                    timer.scheduleAtFixedRate(
                            () -> {
                                if (link.state().phase() == phase) {
                                    reached.countDown();
                                }
                            },
                            0,
                            20,
                            TimeUnit.MILLISECONDS);
            assertThat(reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            watch.cancel(true);
        }
    }

    @Test
    void aBrokerThatIsRestartedAgainAndAgainIsNoRival() throws Exception {
        BlockingQueue<Delivery> seen = observe("factory/#");
        MqttLink silent = open.getLast();
        for (int restart = 0; restart < 3; restart++) {
            broker.stop();
            broker.start();
            awaitTaken(silent, "factory/again");
            await(seen, it -> it.topic().equals("factory/again"));
        }
        assertThat(silent.state().isUp()).isTrue();
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
