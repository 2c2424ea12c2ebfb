package org.plantdeck.plantruntime.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsReader;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** What a start says of who can reach the brokers. */
final class OpenBrokerTest {

    @TempDir private Path path;

    private List<String> notes(Set<PartName> parts, String... overrides) {
        DataDirectory directory = DataDirectory.open(path);
        Settings settings =
                SettingsReader.read(
                        AllSettings.catalogue(), directory.settingsFile(), List.of(overrides));
        try (PartGroup group =
                new Assembly(settings, directory, InstantSource.system(), "test")
                        .assemble(parts, new PlantStart(List.of(), false))) {
            return group.brokers().notes();
        }
    }

    private List<String> notes(String... overrides) {
        return notes(Set.of(PartName.LOCAL_BROKER), overrides);
    }

    @Test
    void nothingIsSaidOfABrokerForThisMachineOnly() {
        assertThat(notes("local-broker.port=20001")).isEmpty();
        assertThat(notes("local-broker.port=20001", "local-broker.bind=::1")).isEmpty();
    }

    @Test
    void anOpenBrokerSaysWhoCanConnectAndWherePasswordsCanBeRead() {
        assertThat(notes("local-broker.port=20001", "local-broker.bind=0.0.0.0"))
                .containsExactly(
                        "local-broker listens on 0.0.0.0, so other machines can connect: who has a"
                                + " user name and password or a certificate, and no guest, not from"
                                + " this machine either; passwords cross the network readable on"
                                + " port 20001 and 9001, encrypted on port 8883 and 9443");
    }

    @Test
    void guestsFromEverywhereAndThatThereIsNoTlsAreSaid() {
        assertThat(
                        notes(
                                "local-broker.port=20001",
                                "local-broker.bind=0.0.0.0",
                                "local-broker.guests=everywhere",
                                "local-broker.tls-port=0",
                                "local-broker.secure-websocket-port=0"))
                .containsExactly(
                        "local-broker listens on 0.0.0.0, so other machines can connect: who has a"
                                + " user name and password or a certificate, and as a guest anybody"
                                + " else, because local-broker.guests is everywhere; passwords"
                                + " cross the network readable on port 20001 and 9001, and no port"
                                + " with TLS is set: give local-broker.tls-port one");
    }

    @Test
    void aPasswordForABrokerElsewhereWithoutTlsIsSaidToBeReadable() {
        Set<PartName> parts = Set.of(PartName.HISTORIAN);
        String password = "local-broker.password=word";
        assertThat(notes(parts, "local-broker.url=tcp://broker.example", password))
                .containsExactly(
                        "local-broker.password crosses the network readable, because"
                            + " tcp://broker.example:1883 has no TLS; use ssl:// or wss:// where"
                            + " the broker offers it");
        assertThat(notes(parts, "local-broker.url=ssl://broker.example", password)).isEmpty();
        assertThat(notes(parts, "local-broker.url=ws://localhost", password)).isEmpty();
        assertThat(notes(parts, "local-broker.url=tcp://broker.example")).isEmpty();
    }

    @Test
    void aBrokerWhoseUrlIsSetIsNotPartOfTheWholePlant() {
        DataDirectory directory = DataDirectory.open(path);
        Settings settings =
                SettingsReader.read(
                        AllSettings.catalogue(),
                        directory.settingsFile(),
                        List.of(
                                "local-broker.url=wss://broker.example",
                                "cloud-broker.url=ssl://broker.example"));

        assertThat(Assembly.wholePlant(settings))
                .doesNotContain(PartName.LOCAL_BROKER, PartName.CLOUD_BROKER)
                .hasSize(PartName.values().length - 2);
    }
}
