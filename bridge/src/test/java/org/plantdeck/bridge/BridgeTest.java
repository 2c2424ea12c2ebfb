package org.plantdeck.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.ReadingCodec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

class BridgeTest {

    private static final URI LOCAL = URI.create("tcp://127.0.0.1:1883");
    private static final URI CLOUD = URI.create("tcp://127.0.0.1:1884");

    @TempDir private Path folder;
    private final List<LinkSettings> asked = new ArrayList<>();
    private final FakeLink local = new FakeLink();
    private final FakeLink cloud = new FakeLink();

    private Bridge bridge(BridgeSettings settings) {
        return new Bridge(
                settings,
                link -> {
                    asked.add(link);
                    return link.broker().equals(LOCAL) ? local : cloud;
                },
                InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
    }

    private BridgeSettings settings() {
        return BridgeSettings.of(LOCAL, CLOUD, folder.resolve("bridge.db"));
    }

    @Test
    void theBridgeIsOnBothBrokersUnderItsName() {
        try (Bridge bridge = bridge(settings())) {
            bridge.start();
            assertThat(asked)
                    .containsExactly(
                            LinkSettings.of(LOCAL, "Bridge", LinkSettings.Session.PERSISTENT),
                            LinkSettings.of(CLOUD, "Bridge", LinkSettings.Session.PERSISTENT));
            assertThat(local.topics())
                    .containsExactly("factory/line1", "factory/energy", "factory/environment");
            assertThat(cloud.topics()).containsExactly("cloud/factory/analytics/resend");
        }
    }

    @Test
    void closingCommitsWhatHasArrivedAndSendsWhatIsClosed() {
        Bridge bridge = bridge(settings());
        bridge.start();
        FakeLink.Sent last = deliver(0, 33);
        bridge.close();
        assertThat(last.acknowledged).isTrue();
        assertThat(cloud.published).hasSize(3);
        assertThat(List.of(local.phase, cloud.phase)).containsOnly(LinkState.Phase.CLOSED);
        assertThat(bridge.health().state()).isEqualTo(Health.State.OFFLINE);
        bridge.close();
    }

    private FakeLink.Sent deliver(long from, long to) {
        FakeLink.Sent last = null;
        for (long second = from; second < to; second++) {
            for (FactorySource source : FactorySource.values()) {
                last =
                        local.deliver(
                                source.topic(),
                                ReadingCodec.encode(FactoryReadings.at("run", source, second)));
            }
        }
        return last;
    }

    @Test
    void theBridgeIsReadyOnceTheLocalBrokerIsThere() {
        cloud.phase = LinkState.Phase.DOWN;
        Bridge bridge = bridge(settings());
        assertThat(bridge.isReady()).isFalse();
        assertThat(bridge.health().state()).isEqualTo(Health.State.OFFLINE);
        bridge.start();
        assertThat(bridge.isReady()).isTrue();
        bridge.close();
        assertThat(bridge.isReady()).isFalse();
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsNamed() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        try (Bridge bridge =
                bridge(BridgeSettings.of(LOCAL, CLOUD, notAFolder.resolve("bridge.db")))) {
            assertThatThrownBy(bridge::start)
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("bridge.db");
        }
    }

    @Test
    void aSettingOutOfItsRangeIsRefusedByName() {
        assertThatThrownBy(() -> settings().withOutboxCapacity(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bridge.outbox-capacity is 0, must be 1 to 10000000");
    }
}
