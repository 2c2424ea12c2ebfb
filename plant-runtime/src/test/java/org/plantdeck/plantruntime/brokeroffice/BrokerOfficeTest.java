package org.plantdeck.plantruntime.brokeroffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.broker.guard.Reason;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.Logins;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.brokers.BrokerAnswer;
import org.plantdeck.signal.brokers.BrokerCodec;
import org.plantdeck.signal.brokers.BrokerRequest;
import org.plantdeck.signal.brokers.ClientFigures;
import org.plantdeck.signal.brokers.TopicFigures;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a broker answers to requests about itself. */
class BrokerOfficeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir Path directory;

    private EmbeddedBroker broker;
    private MqttLink press;
    private BrokerOffice office;

    @BeforeEach
    void aBrokerWithOneClientThatRetainsThreeMessages() throws InterruptedException {
        int port = FreePorts.one();
        broker =
                EmbeddedBroker.of(
                        BrokerSettings.open("local-broker", "127.0.0.1", port, directory));
        broker.start();
        press =
                new PahoLinks(InstantSource.system(), "test", Logins.NONE)
                        .link(
                                new LinkSettings(
                                        URI.create("tcp://127.0.0.1:" + port),
                                        "press-4",
                                        LinkSettings.Session.CLEAN,
                                        "",
                                        Duration.ofSeconds(10),
                                        100,
                                        16));
        press.start();
        CountDownLatch taken = new CountDownLatch(3);
        for (int i = 1; i <= 3; i++) {
            press.publish(
                    new Publication(
                            "status/press" + i,
                            "online".getBytes(StandardCharsets.UTF_8),
                            1,
                            true,
                            taken::countDown));
        }
        assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
        office = new BrokerOffice("LocalBroker", broker::statistics, () -> NOW);
    }

    @AfterEach
    void end() {
        press.close();
        broker.close();
    }

    private BrokerAnswer ask(String command, String value) {
        return ask(command, value, IsoTime.format(NOW));
    }

    private BrokerAnswer ask(String command, String value, String issuedAt) {
        return office.answer(
                        BrokerCodec.encode(
                                new BrokerRequest("7", command, value, 2, issuedAt, "maria")))
                .orElseThrow();
    }

    @Test
    void clientsAreFoundByPartOfTheirName() {
        assertThat(ask("clients", "PRESS").clients())
                .extracting(ClientFigures::clientId)
                .containsExactly("press-4");
        assertThat(ask("clients", "127.0.0.1").count()).isEqualTo(1);
        assertThat(ask("clients", "oven").count()).isZero();
    }

    @Test
    void noMoreRowsAreSentThanAskedForAndTheRestIsCounted() {
        BrokerAnswer answer = ask("topics", "press");
        assertThat(answer.count()).isEqualTo(3);
        assertThat(answer.topics()).hasSize(2);
    }

    @Test
    void whatIsClearedIsSeenBeforeAndComesBack() {
        BrokerAnswer preview = ask("retained", "status/+");
        assertThat(preview.count()).isEqualTo(3);
        assertThat(preview.topics())
                .extracting(TopicFigures::topic, TopicFigures::retainedBytes)
                .contains(tuple("status/press1", 6));
        assertThat(ask("clear_retained", "status/+").reason())
                .isEqualTo("3 retained messages are cleared");
        assertThat(ask("retained", "#").count()).isZero();
        assertThat(ask("restore_retained", "").reason())
                .isEqualTo("3 of 3 retained messages are back");
        assertThat(ask("retained", "#").count()).isEqualTo(3);
        assertThat(ask("restore_retained", "").wasDone()).isFalse();
    }

    @Test
    void aClientIsDisconnectedByItsIdentifier() {
        assertThat(ask("disconnect", "press-4").reason()).isEqualTo("press-4 is disconnected");
        assertThat(ask("disconnect", "oven").reason())
                .isEqualTo("oven is not connected (any more)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "explode|-|2026-11-21T10:00:00Z|explode is no command of a broker",
                "disconnect|press-4|2026-11-21T09:59:00Z|issued_at is more than 10 s from now",
                "clear_retained|#|2026-11-21T10:01:00Z|issued_at is more than 10 s from now",
                "disconnect|press-4|yesterday|issued_at is not an ISO-8601 time with an offset or"
                        + " Z",
                "clear_retained|-|2026-11-21T10:00:00Z|value is missing: a topic filter such as"
                        + " status/+",
                "retained|a#|2026-11-21T10:00:00Z|a# is no topic filter",
            })
    void whatCannotBeDoneIsRefusedWithTheReason(
            String command, String value, String issuedAt, String reason) {
        BrokerAnswer answer = ask(command, Optional.ofNullable(value).orElse(""), issuedAt);
        assertThat(answer.wasDone()).isFalse();
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(ask("clients", "").count()).isEqualTo(1);
        assertThat(ask("retained", "#").count()).isEqualTo(3);
    }

    @Test
    void whatIsNoRequestIsNotAnswered() {
        assertThat(office.answer("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aBrokerThatIsStoppedAnswersNobodyAndIsOffline() {
        BrokerHealth health = new BrokerHealth("tcp://127.0.0.1:1883");
        assertThat(health.next(broker.statistics()).state()).isEqualTo(Health.State.ONLINE);
        broker.stop();
        assertThat(
                        office.answer(
                                BrokerCodec.encode(
                                        new BrokerRequest("1", "topics", "", 1, "", ""))))
                .isEmpty();
        assertThat(health.next(broker.statistics()).state()).isEqualTo(Health.State.OFFLINE);
    }

    @Test
    void lostMessagesDegradeItUntilNoMoreAreLost() {
        BrokerHealth health = new BrokerHealth("tcp://127.0.0.1:1883");
        broker.traffic().count(Reason.QUEUE_FULL);
        broker.traffic().count(Reason.QUEUE_FULL);
        broker.traffic().count(Reason.PUBLISH_DENIED);
        Health lossy = health.next(broker.statistics());
        assertThat(lossy.state()).isEqualTo(Health.State.DEGRADED);
        assertThat(lossy.detail())
                .isEqualTo("2 messages lost just now; since the start: 2 queue full");
        assertThat(health.next(broker.statistics()).state()).isEqualTo(Health.State.ONLINE);
    }
}
