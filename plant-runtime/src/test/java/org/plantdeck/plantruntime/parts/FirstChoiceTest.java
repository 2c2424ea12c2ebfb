package org.plantdeck.plantruntime.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.Doorbell;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsReader;
import org.plantdeck.plantruntime.settings.SettingsStart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a first start is told is what the next start reads. */
class FirstChoiceTest {

    private DataDirectory directory;

    @BeforeEach
    void openDirectory(@TempDir Path path) {
        directory = DataDirectory.open(path);
    }

    private Optional<FirstChoice> find(String... overrides) {
        SettingsStart start =
                SettingsStart.read(
                        AllSettings.catalogue(), directory.settingsFile(), List.of(overrides));
        return FirstChoice.find(directory, start, InstantSource.system(), "test");
    }

    private FirstChoice choice() {
        return find().orElseThrow();
    }

    private Settings written() {
        return SettingsReader.read(AllSettings.catalogue(), directory.settingsFile(), List.of());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void nothingIsAskedWhereSomethingIsSetAlready() throws IOException {
        assertThat(find("local-broker.url=tcp://10.0.0.5:1883")).isEmpty();
        assertThat(find("cloud-broker.port=2001")).isEmpty();
        Files.writeString(directory.settingsFile(), "# nothing\n");
        assertThat(find()).isEmpty();
    }

    @Test
    void nothingIsWrittenUntilSomebodyHasChosen() {
        try (FirstChoice choice = choice()) {
            assertThat(choice.standardPort(PartName.LOCAL_BROKER)).isEqualTo(1883);
            assertThat(directory.settingsFile()).doesNotExist();
        }
        assertThat(directory.settingsFile()).doesNotExist();
        try (FirstChoice again = choice()) {
            assertThat(again.directory()).isEqualTo(directory);
        }
    }

    @Test
    void oneAtATimeChoosesAndASecondStartAsksForItsWindow() {
        CompletableFuture<Void> wanted = new CompletableFuture<>();
        try (FirstChoice choice = choice()) {
            choice.whenWanted(() -> wanted.complete(null));
            assertThatThrownBy(this::choice)
                    .isInstanceOf(SettingsFailure.class)
                    .hasMessageContaining("is held by process");
            assertThat(Doorbell.ring(directory.path())).isTrue();
            wanted.join();
        }
        assertThat(Doorbell.ring(directory.path())).isFalse();
    }

    @Test
    void theDemoPlantKeepsTheUsualPortsAsDefaultsAndSetsOthers() throws IOException {
        int other = freePort();
        try (FirstChoice choice = choice()) {
            choice.demoPlant(1883, other);
        }
        assertThat(written().isSet(BrokerKeys.LOCAL.port())).isFalse();
        assertThat(written().find(BrokerKeys.CLOUD.port())).contains(other);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(directory.settingsFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void aPortThatIsTakenIsSaidByWhomAndTheNextIsOffered() throws IOException {
        try (FirstChoice choice = choice();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            PortOffer offer = choice.offer(PartName.LOCAL_BROKER, port, port + 1);
            assertThat(offer.isFree()).isFalse();
            assertThat(offer.obstacle())
                    .startsWith("is taken by ")
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(offer.instead()).isGreaterThan(port + 1);
            assertThat(choice.offer(PartName.LOCAL_BROKER, port + 1, port + 1).obstacle())
                    .isEqualTo("is for the cloud-broker");
        }
    }

    @Test
    void onePortForBothIsRefusedAndNothingIsWritten() throws IOException {
        int port = freePort();
        try (FirstChoice choice = choice()) {
            assertThatThrownBy(() -> choice.demoPlant(port, port))
                    .isInstanceOf(SettingsFailure.class)
                    .hasMessageContaining("give each its own port");
        }
        assertThat(directory.settingsFile()).doesNotExist();
    }

    @Test
    void brokersOfOnesOwnAreWrittenAsTyped() {
        try (FirstChoice choice = choice()) {
            choice.brokers(
                    new BrokerAddress(" tcp://10.0.0.5:1883 ", "maria", "a: #\"b", ""),
                    BrokerAddress.NONE);
        }
        Settings written = written();
        assertThat(written.find(BrokerKeys.LOCAL.url()))
                .contains(URI.create("tcp://10.0.0.5:1883"));
        assertThat(written.find(BrokerKeys.LOCAL.username())).contains("maria");
        assertThat(written.find(BrokerKeys.LOCAL.password())).contains("a: #\"b");
        assertThat(written.isSet(BrokerKeys.CLOUD.url())).isFalse();
    }

    @Test
    void anAddressThatIsNoneIsRefusedInTheWordsOfTheStart() {
        try (FirstChoice choice = choice()) {
            assertThat(
                            choice.refusal(
                                    PartName.LOCAL_BROKER,
                                    new BrokerAddress("mqtt.example", "", "", "")))
                    .hasValueSatisfying(it -> assertThat(it).contains("local-broker.url is"));
            assertThat(choice.refusal(PartName.LOCAL_BROKER, "70000"))
                    .hasValueSatisfying(it -> assertThat(it).contains("a port from 1 to 65535"));
            assertThat(choice.refusal(PartName.LOCAL_BROKER, "2001")).isEmpty();
        }
    }

    @Test
    void aBrokerThatLivesIsReachedAndOneThatIsGoneIsNot(@TempDir Path ground) throws IOException {
        int port = freePort();
        BrokerAddress address = new BrokerAddress("tcp://127.0.0.1:" + port, "", "", "");
        try (FirstChoice choice = choice()) {
            try (EmbeddedBroker broker =
                    EmbeddedBroker.of(BrokerSettings.open("probed", "127.0.0.1", port, ground))) {
                broker.start();
                assertThat(choice.trial(PartName.LOCAL_BROKER, address)).isEmpty();
            }
            assertThat(choice.trial(PartName.LOCAL_BROKER, address))
                    .hasValueSatisfying(it -> assertThat(it).isNotBlank());
        }
    }

    @Test
    void whatTheCommandLineSaysCountsForWhatIsTriedToo() {
        try (FirstChoice choice = find("local-broker.ca-file=none.pem").orElseThrow()) {
            assertThat(
                            choice.trial(
                                    PartName.LOCAL_BROKER,
                                    new BrokerAddress("ssl://127.0.0.1:8883", "", "", "")))
                    .hasValueSatisfying(it -> assertThat(it).contains("none.pem"));
        }
    }

    @Test
    void oneBrokerForBothIsRefusedBeforeItIsTried() {
        BrokerAddress one = new BrokerAddress("tcp://10.0.0.5:1883", "", "s3cret", "");
        try (FirstChoice choice = choice()) {
            assertThat(choice.obstacle(one, one))
                    .hasValueSatisfying(it -> assertThat(it).contains("they must be two brokers"));
            assertThat(choice.obstacle(one, BrokerAddress.NONE)).isEmpty();
        }
        assertThat(one.toString()).doesNotContain("s3cret");
    }

    @Test
    void whatSomebodyElseHasWrittenMeanwhileStays() throws IOException {
        try (FirstChoice choice = choice()) {
            Files.writeString(directory.settingsFile(), "# theirs\n");
            assertThatThrownBy(() -> choice.demoPlant(1883, 1884))
                    .isInstanceOf(SettingsFailure.class)
                    .hasMessageContaining("cannot be written");
        }
        assertThat(directory.settingsFile()).hasContent("# theirs");
        assertThat(directory.path().resolve("plantdeck.yaml.part")).doesNotExist();
    }

    @Test
    void aFileOfCasThatIsNotThereIsSaidBeforeAnybodyConnects() {
        try (FirstChoice choice = choice()) {
            assertThat(
                            choice.trial(
                                    PartName.LOCAL_BROKER,
                                    new BrokerAddress("ssl://127.0.0.1:8883", "", "", "none.pem")))
                    .hasValueSatisfying(it ->
                            assertThat(it)
                                    .startsWith("local-broker.ca-file cannot be used")
                                    .contains("none.pem"));
        }
    }
}
