package org.plantdeck.app.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Nodes;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.rules.Picture;
import org.plantdeck.app.rules.SceneRules;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.parts.FirstChoice;
import org.plantdeck.plantruntime.settings.SettingsStart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A first start asks once, looks at ports and brokers before, and says what is wrong. */
@ExtendWith(Headless.class)
class WelcomePaneTest {

    private final CompletableFuture<Void> chosen = new CompletableFuture<>();

    private Path file;
    private FirstChoice choice;
    private WelcomePane pane;

    @BeforeEach
    void open(@TempDir Path path) {
        DataDirectory directory = DataDirectory.open(path);
        file = directory.settingsFile();
        choice =
                FirstChoice.find(
                                directory,
                                SettingsStart.read(AllSettings.catalogue(), file, List.of()),
                                InstantSource.system(),
                                "test")
                        .orElseThrow();
        pane =
                Headless.onScreen(() -> {
                    WelcomePane made = new WelcomePane(choice, Toolkit.SCREEN);
                    Look.dress(new Scene(made, 1280, 800), Theme.GREY);
                    made.applyCss();
                    made.layout();
                    return made;
                });
        pane.whenChosen(() -> chosen.complete(null));
    }

    @AfterEach
    void close() {
        Headless.onScreen(pane::close);
        choice.close();
    }

    private void enter(String field) {
        Headless.onScreen(() ->
                Nodes.named(pane, TextField.class, field)
                        .fireEvent(new javafx.event.ActionEvent()));
    }

    private void type(String field, String text) {
        Headless.onScreen(() -> Nodes.named(pane, TextField.class, field).setText(text));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whoStartsTheDemoPlantGetsThePortsThatAreSeen() throws IOException {
        int local = freePort();
        type("Port of the factory's broker", Integer.toString(local));
        type("Port of the cloud's broker", Integer.toString(local));
        Nodes.awaitWords(pane, local + " is for the cloud-broker");
        Headless.onScreen(
                () -> assertThat(Nodes.button(pane, "Start the demo plant").isDisabled()).isTrue());
        type("Port of the cloud's broker", "no port");
        Nodes.awaitWords(pane, "must be a port from 1 to 65535");
        int cloud = freePort();
        type("Port of the cloud's broker", Integer.toString(cloud));
        Nodes.awaitEnabled(pane, "Start the demo plant");
        Nodes.press(pane, "Start the demo plant");
        chosen.join();
        assertThat(file)
                .content()
                .contains("\nlocal-broker.port: " + local)
                .contains("\ncloud-broker.port: " + cloud);
    }

    @Test
    void aPortThatIsTakenIsSaidByWhom() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            type("Port of the factory's broker", Integer.toString(port));
            Nodes.awaitWords(pane, port + " is taken by java (process ");
        }
    }

    @Test
    void brokersAreTriedBeforeAndMayBeChosenAllTheSame() throws IOException {
        type("The factory, Address", "mqtt.example");
        Nodes.awaitWords(pane, "local-broker.url is mqtt.example, must be");
        type("The factory, Address", "tcp://127.0.0.1:" + freePort());
        Nodes.awaitEnabled(pane, "Try them");
        enter("The factory, Password");
        Nodes.awaitWords(pane, "Cannot be used just now: ");
        assertThat(file).doesNotExist();
        Nodes.awaitEnabled(pane, "Start with these");
        Nodes.press(pane, "Start with these");
        chosen.join();
        assertThat(file).content().contains("\nlocal-broker.url: tcp://127.0.0.1:");
    }

    @Test
    void theCloudAloneIsNotEnoughAndOneBrokerIsNotTwo() throws IOException {
        String address = "tcp://127.0.0.1:" + freePort();
        type("The cloud, Address", address);
        Nodes.awaitWords(pane, "The factory needs an address, too");
        type("The factory, Address", address);
        Nodes.awaitEnabled(pane, "Try them");
        Nodes.press(pane, "Try them");
        Nodes.awaitWords(pane, "they must be two brokers");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenIsSaidAndNothingIsChosen() throws IOException {
        Nodes.awaitEnabled(pane, "Start the demo plant");
        Files.createDirectory(file);
        type("The factory, Address", "tcp://127.0.0.1:1883");
        Nodes.awaitEnabled(pane, "Start with these");
        Nodes.press(pane, "Start with these");
        Nodes.awaitWords(pane, file.toString());
        Nodes.awaitEnabled(pane, "Start with these");
        assertThat(chosen).isNotDone();
    }

    @Test
    void everythingCanBeReadReachedAndHit() {
        Nodes.awaitEnabled(pane, "Start the demo plant");
        Headless.onScreen(() -> {
            pane.applyCss();
            pane.layout();
            SceneRules rules = new SceneRules(pane.getScene());
            assertThat(rules.cutOff()).isEmpty();
            assertThat(rules.overlapping()).isEmpty();
            assertThat(rules.leaving()).isEmpty();
            assertThat(rules.nameless()).isEmpty();
            assertThat(rules.tooSmallToHit()).isEmpty();
            assertThat(rules.tooFaintToRead(Picture.of(pane.getScene().snapshot(null)))).isEmpty();
            assertThat(rules.unreachable()).isEmpty();
        });
    }
}
