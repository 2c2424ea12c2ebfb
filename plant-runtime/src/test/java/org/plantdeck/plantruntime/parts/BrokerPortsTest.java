package org.plantdeck.plantruntime.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.PartLock;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsReader;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

final class BrokerPortsTest {

    private DataDirectory directory;

    @BeforeEach
    void openDirectory(@TempDir Path path) {
        directory = DataDirectory.open(path);
    }

    private BrokerPorts ports(String... overrides) {
        Settings settings =
                SettingsReader.read(
                        AllSettings.catalogue(), directory.settingsFile(), List.of(overrides));
        return new BrokerPorts(settings, directory);
    }

    @Test
    void aPortThatWasAskedForIsTakenAsItIs() {
        assertThat(ports("local-broker.port=2001").choose(BrokerKeys.LOCAL)).isEqualTo(2001);
    }

    @Test
    void aDefaultThatIsTakenGivesWayToTheNextThatIsNotTheOtherBrokers() throws IOException {
        try (ServerSocket taken = takeDefault()) {
            assertThat(taken.isClosed()).isFalse();
            assertThat(ports().choose(BrokerKeys.LOCAL)).isGreaterThanOrEqualTo(1885);
        }
    }

    @Test
    void twoDefaultsThatAreTakenGiveWayToTwoPorts() throws IOException {
        try (ServerSocket one = take(1883);
                ServerSocket other = take(1884)) {
            assertThat(one.isClosed() || other.isClosed()).isFalse();
            BrokerPorts ports = ports();
            int local = ports.choose(BrokerKeys.LOCAL);
            int cloud = ports.choose(BrokerKeys.CLOUD);
            assertThat(local).isGreaterThanOrEqualTo(1885);
            assertThat(cloud).isGreaterThan(local);
            assertThat(ports.notes()).hasSize(2).allMatch(it -> it.contains(" is taken by "));
        }
    }

    /** Somebody else may hold it already, which is as good. */
    private static ServerSocket takeDefault() throws IOException {
        return take(1883);
    }

    private static ServerSocket take(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (java.net.BindException alreadyTaken) {
            return socket;
        }
        return socket;
    }

    @Test
    void anAddressThatIsNotOfThisMachineIsNotTakenByAnybody() {
        BrokerPorts ports = ports("local-broker.bind=192.0.2.1", "local-broker.port=2001");
        assertThatThrownBy(() -> ports.choose(BrokerKeys.LOCAL))
                .isInstanceOf(SettingsFailure.class)
                .hasMessageContaining("2001 cannot be opened (")
                .hasMessageContaining("none of the 50 ports from there on is free");
    }

    @Test
    void aUrlFollowsThePortUnlessItIsSet() {
        assertThat(ports("local-broker.port=2001").find(BrokerKeys.LOCAL))
                .isEqualTo(URI.create("tcp://127.0.0.1:2001"));
        assertThat(
                        ports("local-broker.port=2001", "local-broker.url=tcp://10.0.0.5:1883")
                                .find(BrokerKeys.LOCAL))
                .isEqualTo(URI.create("tcp://10.0.0.5:1883"));
        assertThat(ports("cloud-broker.bind=0.0.0.0").find(BrokerKeys.CLOUD))
                .isEqualTo(URI.create("tcp://127.0.0.1:1884"));
        assertThat(ports("cloud-broker.bind=::1").find(BrokerKeys.CLOUD))
                .isEqualTo(URI.create("tcp://[::1]:1884"));
    }

    @Test
    void aLivingBrokerOfTheDirectoryIsFoundWhereItMovedTo() {
        URI moved = URI.create("tcp://127.0.0.1:1899");
        try (PartLock lock = directory.lock("local-broker")) {
            assertThat(lock).isNotNull();
            directory.writeEndpoint("local-broker", moved);

            assertThat(ports().find(BrokerKeys.LOCAL)).isEqualTo(moved);
            assertThat(ports("local-broker.port=2001").find(BrokerKeys.LOCAL))
                    .isEqualTo(URI.create("tcp://127.0.0.1:2001"));
        }
        assertThat(ports().find(BrokerKeys.LOCAL)).isEqualTo(URI.create("tcp://127.0.0.1:1883"));
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        BrokerPorts ports = ports("local-broker.bind=no such host", "local-broker.port=2001");
        assertThatThrownBy(() -> ports.find(BrokerKeys.LOCAL))
                .isInstanceOf(SettingsFailure.class)
                .hasMessage(
                        "--set local-broker.bind=no such host: local-broker.bind is no such host,"
                                + " which is no address of this machine; 127.0.0.1 is");
    }
}
