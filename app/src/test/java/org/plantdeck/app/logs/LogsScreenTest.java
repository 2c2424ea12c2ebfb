package org.plantdeck.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Nodes;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.rules.SceneRules;
import org.plantdeck.plantruntime.logging.LogLevel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/** A log is followed, searched and copied on the screen. */
@ExtendWith(Headless.class)
class LogsScreenTest {

    private static final int SMALLEST = 1192;
    private static final String AT = "2026-11-21T10:00:07.123Z ";

    private final FakeDesk fake;
    private final Path logs;
    private LogsScreen screen;

    @TempDir private Path folder;

    LogsScreenTest(FakeDesk fake) {
        this.fake = fake;
        logs = fake.desk().session().directory().logs();
    }

    @BeforeEach
    void someLogs() throws IOException {
        Files.createDirectories(logs);
        write(AT + "INFO bridge Started with " + "many words ".repeat(30) + "\n");
        write(AT + "ERROR historian Failed\n\tat org.plantdeck.Disk\n");
        Files.writeString(
                logs.resolve("plantdeck.1.log"),
                "{\"time\":\"2026-11-20T10:00:00Z\",\"level\":\"WARN\",\"part\":\"plc1\","
                        + "\"message\":\"Older\",\"count\":3}\n");
    }

    private void open() {
        screen =
                Headless.onScreen(() -> {
                    LogsScreen made =
                            new LogsScreen(
                                    fake.desk(),
                                    (_, _) -> Optional.of(folder.resolve("bundle.zip")));
                    Look.dress(new Scene(made.node(), SMALLEST, 720), Theme.GREY);
                    return made;
                });
    }

    @AfterEach
    void clearUp() throws IOException {
        Headless.onScreen(screen::close);
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(logs);
    }

    private void write(String text) throws IOException {
        Files.writeString(
                logs.resolve("plantdeck.log"),
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Parent root() {
        return screen.node();
    }

    private void follows(String what) {
        Headless.onScreen(() -> {
            root().applyCss();
            root().layout();
            SceneRules scene = new SceneRules(root().getScene());
            assertThat(scene.cutOff()).as(what).isEmpty();
            assertThat(scene.overlapping()).as(what).isEmpty();
            assertThat(scene.leaving()).as(what).isEmpty();
            assertThat(scene.nameless()).as(what).isEmpty();
            assertThat(scene.tooSmallToHit()).as(what).isEmpty();
            assertThat(scene.unreachable()).as(what).isEmpty();
        });
    }

    @Test
    void aLogIsFollowedAndStandsStillForWhoReadsALine() throws IOException {
        open();
        Nodes.awaitWords(root(), "Failed (and 1 line below)");
        follows("a log");
        write(AT + "WARN bridge Lost link\n");
        Nodes.awaitWords(root(), "Lost link");

        Headless.onScreen(
                () -> Nodes.named(root(), ListView.class, "Log").getSelectionModel().select(1));
        Nodes.awaitWords(root(), "at org.plantdeck.Disk");
        Nodes.awaitWords(root(), "paused: 3 of 3");
        Nodes.press(root(), "Copy selected");
        String copied =
                Headless.onScreen(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
        assertThat(copied).isEqualTo(AT + "ERROR historian Failed\n\tat org.plantdeck.Disk\n");
        follows("a line that is read");
        write(AT + "WARN bridge Lost again\n");
        Nodes.press(root(), "Pause");
        Nodes.awaitWords(root(), "Lost again");
    }

    @Test
    void itIsCompleteWhenTheLinesAreThere() {
        open();
        Await.until(
                "the lines",
                () ->
                        Headless.onScreen(() -> {
                            boolean complete = screen.isComplete();
                            assertThat(root().lookupAll(".event-list")).hasSize(complete ? 1 : 0);
                            return complete;
                        }));
    }

    @Test
    void linesAreFilteredAndAnOlderFileIsOpened() {
        open();
        Nodes.awaitWords(root(), "2 of 2");
        Headless.onScreen(() -> level(LogLevel.WARN));
        Nodes.awaitWords(root(), "1 of 2");
        Headless.onScreen(() -> level(LogLevel.TRACE));
        Headless.onScreen(() ->
                Nodes.named(root(), TextField.class, "Search the lines").setText("many WORDS"));
        Nodes.awaitWords(root(), "1 of 2");
        Headless.onScreen(() -> {
            Nodes.named(root(), TextField.class, "Search the lines").clear();
            Nodes.named(root(), ComboBox.class, "Log file").getSelectionModel().select(1);
        });
        Nodes.awaitWords(root(), "Older count=3");
        follows("another file");
    }

    @SuppressWarnings("unchecked") // the box of the levels
    private void level(LogLevel level) {
        ((ComboBox<LogLevel>) Nodes.named(root(), ComboBox.class, "Least level")).setValue(level);
    }

    @Test
    void withoutAFileTheScreenSaysWhereOneWillBe() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        open();
        Nodes.awaitWords(root(), "There is no log file yet. Logs are written to " + logs);
    }

    @Test
    void aSupportBundleIsMade() {
        open();
        Nodes.awaitWords(root(), "2 of 2");
        Nodes.press(root(), "Support bundle …");
        Nodes.awaitWords(root(), "keys, passwords and recorded readings are not.");
        assertThat(folder.resolve("bundle.zip")).isNotEmptyFile();
        follows("a bundle");
    }
}
