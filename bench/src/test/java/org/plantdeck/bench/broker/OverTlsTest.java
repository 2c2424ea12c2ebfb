package org.plantdeck.bench.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.bench.mqtt.Endpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The generator speaks TLS with a broker of this process and with those of a run. */
@Timeout(180)
class OverTlsTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofSeconds(20);

    @TempDir Path directory;

    @Test
    void theThroughputOverTlsIsMeasuredAtBothQualities() {
        try (OnABroker broker = OnABroker.secure(directory)) {
            for (int qos = 0; qos <= 1; qos++) {
                List<Figure> figures =
                        new Throughput("tls", 1, qos, true, SHORT).measure(broker.ground());
                assertThat(figures.getFirst().value()).isPositive();
                assertThat(figures.get(1)).isEqualTo(Figure.lost("tls", 0, ""));
            }
        }
    }

    @Test
    void plantdeckIsStartedWithTls() {
        assertThatABurstComesThroughTls(new PlantDeckSource());
    }

    @Test
    void mosquittoIsStartedWithTls() {
        Optional<MosquittoSource> mosquitto = MosquittoSource.installed();
        if (mosquitto.isEmpty() && Boolean.getBoolean("peers.required")) {
            fail("mosquitto is not installed, and -Dpeers.required=true wants its tests run");
        }
        Assumptions.assumeTrue(mosquitto.isPresent(), "mosquitto is not installed");
        assertThatABurstComesThroughTls(mosquitto.orElseThrow());
    }

    private static void assertThatABurstComesThroughTls(SubjectSource source) {
        try (Loops loops = new Loops();
                Subject subject = source.start()) {
            Endpoint tls = subject.tls().orElseThrow();
            Route route = new Route(Lane.freshRoot(), 2, 1, 1, 20);
            try (Lane lane = Lane.open(loops, tls, route, OnABroker.deadline())) {
                Outcome outcome = lane.run(Pace.burst(50), SHORT, QUIET, OnABroker.deadline());
                assertThat(outcome.deliveries().received()).isEqualTo(100);
            }
        }
    }
}
