package org.plantdeck.bench.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.bench.mqtt.Endpoint;
import org.plantdeck.bench.results.Report;
import org.plantdeck.bench.results.Result;
import org.plantdeck.fixtures.FreePorts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class WorksTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofSeconds(20);

    @TempDir Path directory;
    private OnABroker broker;

    @BeforeEach
    void start() {
        broker = OnABroker.plain(directory);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private Lane lane(int publishers, int subscribers, int qos) {
        Route route = new Route(Lane.freshRoot(), publishers, subscribers, qos, 20);
        return Lane.open(broker.loops(), broker.endpoint(), route, OnABroker.deadline());
    }

    @Test
    void everyMessageOfABurstIsCountedOnceAtEachSubscriber() {
        try (Lane lane = lane(3, 2, 1)) {
            Outcome outcome = lane.run(Pace.burst(50), SHORT, QUIET, OnABroker.deadline());
            assertThat(outcome.sent()).isEqualTo(150);
            assertThat(outcome.acknowledged()).isEqualTo(150);
            assertThat(outcome.due()).isEqualTo(300);
            assertThat(outcome.deliveries().received()).isEqualTo(300);
            assertThat(outcome.lost()).isZero();
            assertThat(outcome.note()).isEmpty();
            assertThat(outcome.perSecond()).isPositive();
        }
    }

    @Test
    void aScheduledMessageHasALatencyFromTheMomentItWasDue() {
        try (Lane lane = lane(2, 1, 1)) {
            Pace pace = new Pace(Duration.ofMillis(2).toNanos(), 20);
            Outcome outcome = lane.run(pace, SHORT, QUIET, OnABroker.deadline());
            assertThat(outcome.deliveries().latencies()).hasSize(40);
            assertThat(outcome.deliveries().latencies()).doesNotContain(0);
            assertThat(outcome.lost()).isZero();
        }
    }

    @Test
    void aFloodEndsByItselfAndEveryPhaseIsCountedAlone() {
        try (Lane lane = lane(1, 1, 1)) {
            Outcome first = lane.run(Pace.FLOOD, SHORT, QUIET, OnABroker.deadline());
            Outcome second = lane.run(Pace.burst(10), SHORT, QUIET, OnABroker.deadline());
            assertThat(first.sent()).isPositive();
            assertThat(first.lost()).isZero();
            assertThat(second.sent()).isEqualTo(10);
            assertThat(second.deliveries().received()).isEqualTo(10);
        }
    }

    @Test
    void whatNeverArrivesIsCountedAsLost() {
        Tally tally = new Tally(new Phase(3, 1_000), 0);
        for (long number : new long[] {0, 2, 2, 3}) {
            tally.arrived(stamped(3, number));
        }
        tally.arrived(stamped(2, 1));
        tally.arrived(Unpooled.wrappedBuffer(new byte[3]));
        assertThat(tally.received()).isEqualTo(3);
        assertThat(tally.repeated()).isEqualTo(1);
        Outcome.Deliveries deliveries =
                new Outcome.Deliveries(tally.received(), tally.repeated(), 1, new long[0]);
        assertThat(new Outcome(4, 4, 4, deliveries, "").lost()).isEqualTo(1);
    }

    private static ByteBuf stamped(int phase, long number) {
        ByteBuf payload = Unpooled.buffer();
        Stamp.write(payload, phase, number, 0);
        return payload;
    }

    @Test
    void idleConnectionsAreCountedAndWeighed() {
        List<Figure> figures = new Connections(20).measure(broker.ground());
        assertThat(figures)
                .extracting(Figure::work)
                .containsExactly("connect-20", "kb-per-connection");
        assertThat(figures.getFirst().value()).isPositive();
        assertThat(figures.getFirst().note()).isEmpty();
    }

    @Test
    void aContestGivesEachWorkThatIsPossibleAResultForEachSubject() {
        Report report =
                new Contest(
                                new Contest.Rules(
                                        List.of(
                                                new Burst(2, 30),
                                                new FanOut("fan-2-to-2", 2, 2, SHORT),
                                                new Throughput("tls", 1, 0, true, SHORT)),
                                        2,
                                        Duration.ofMinutes(2)),
                                List.of(),
                                _ -> {})
                        .hold(broker, Optional.of(broker));
        assertThat(report.results())
                .extracting(it -> it.subject() + " " + it.work())
                .containsExactly(
                        "plantdeck burst-qos1-60",
                        "plantdeck lost-burst-qos1-60",
                        "peer burst-qos1-60",
                        "peer lost-burst-qos1-60",
                        "plantdeck fan-2-to-2",
                        "plantdeck lost-fan-2-to-2",
                        "peer fan-2-to-2",
                        "peer lost-fan-2-to-2");
        assertThat(report.results())
                .filteredOn(it -> it.work().startsWith("lost-"))
                .extracting(Result::value)
                .containsOnly(0.0);
        assertThat(report.remarks())
                .contains(
                        "tls is left out: this benchmark reaches no TLS port of plantdeck and"
                                + " peer.");
    }

    @Test
    void theMedianOfRoundsIsReportedAndTheLargestLoss() {
        assertThat(
                        Figure.together(
                                List.of(
                                        Figure.of("fan", 10, "msg/s"),
                                        Figure.failed("fan", "msg/s", "timed out"),
                                        Figure.of("fan", 20, "msg/s")),
                                "peer"))
                .isEqualTo(new Result("fan", "peer", 15, "msg/s", "timed out"));
        assertThat(
                        Figure.together(
                                List.of(Figure.lost("fan", 0, ""), Figure.lost("fan", 7, "")),
                                "peer"))
                .isEqualTo(new Result("lost-fan", "peer", 7, "messages"));
    }

    @Test
    void aBrokerThatIsNotThereIsNamedInOneSentence() {
        Route route = new Route(Lane.freshRoot(), 1, 1, 0, 1);
        Endpoint nobody = Endpoint.tcp("127.0.0.1", FreePorts.one());
        assertThatThrownBy(() -> Lane.open(broker.loops(), nobody, route, OnABroker.deadline()))
                .isInstanceOf(WorkFailure.class)
                .hasMessageContaining("a subscriber to connect: no connection");
    }
}
