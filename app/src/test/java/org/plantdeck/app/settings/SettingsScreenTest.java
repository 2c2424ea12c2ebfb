package org.plantdeck.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A setting is found, changed, taken back, exported and imported on the screen. */
@ExtendWith(Headless.class)
class SettingsScreenTest {

    private static final int SMALLEST = 1192;

    private final FakeDesk fake;
    private final Path yaml;
    private SettingsScreen screen;

    @TempDir private Path folder;

    SettingsScreenTest(FakeDesk fake) {
        this.fake = fake;
        yaml = fake.desk().session().directory().settingsFile();
    }

    /** Chooses always the same file. */
    private final class OneFile implements SettingsFiles {
        @Override
        public Optional<Path> forExport(@Nullable Window owner) {
            return Optional.of(folder.resolve("out.yaml"));
        }

        @Override
        public Optional<Path> forImport(@Nullable Window owner) {
            return Optional.of(folder.resolve("in.yaml"));
        }
    }

    @BeforeEach
    void open() throws IOException {
        Files.deleteIfExists(yaml);
        Files.writeString(yaml, "# mine\nbridge.keep: 2h # long\nlocal-broker.password: hunter2\n");
        screen =
                Headless.onScreen(() -> {
                    SettingsScreen made = new SettingsScreen(fake.desk(), new OneFile());
                    Look.dress(new Scene(made.node(), SMALLEST, 720), Theme.GREY);
                    return made;
                });
        Nodes.awaitWords(root(), "local-broker.port");
    }

    @AfterEach
    void close() throws IOException {
        Headless.onScreen(screen::close);
        Files.deleteIfExists(yaml);
    }

    private Parent root() {
        return screen.node();
    }

    private void type(String field, String text) {
        Headless.onScreen(() -> Nodes.named(root(), TextField.class, field).setText(text));
    }

    private void follows(String rules) {
        Headless.onScreen(() -> {
            root().applyCss();
            root().layout();
            SceneRules scene = new SceneRules(root().getScene());
            assertThat(scene.cutOff()).as(rules).isEmpty();
            assertThat(scene.overlapping()).as(rules).isEmpty();
            assertThat(scene.leaving()).as(rules).isEmpty();
            assertThat(scene.nameless()).as(rules).isEmpty();
            assertThat(scene.tooSmallToHit()).as(rules).isEmpty();
            assertThat(scene.unreachable()).as(rules).isEmpty();
        });
    }

    @Test
    void aSettingIsFoundByItsWordsChangedInItsPlaceAndTakenBack() throws IOException {
        String before = Files.readString(yaml);
        type("Search keys and meanings", "bridge window consumer");
        Nodes.awaitWords(root(), "How long a window that was sent is kept");
        type("Value", "3");
        Nodes.awaitWords(root(), "bridge.keep is 3, must be a duration from 0s to 365d");
        type("Value", "3h");
        Nodes.awaitWords(root(), "Can be saved.");
        follows("a valid value");
        Nodes.press(root(), "Save");

        Nodes.awaitWords(root(), "bridge.keep is saved. Restart PlantDeck to take it over.");
        assertThat(Files.readString(yaml)).isEqualTo(before.replace("2h", "3h"));
        Nodes.awaitWords(root(), "2 settings hold from the next start");
        Nodes.press(root(), "Back to default");
        Nodes.awaitWords(root(), "bridge.keep is back at its default");
        assertThat(Files.readString(yaml)).contains("#bridge.keep: 24h # long");
        Nodes.press(root(), "Undo");
        Nodes.awaitWords(root(), "The last change was taken back");
        Nodes.press(root(), "Undo");
        Await.until("the file as it was", () -> text().equals(before));
        Nodes.awaitWords(root(), "It is set in the file. What the file says now holds");
    }

    private String text() {
        try {
            return Files.readString(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatTheCommandLineSetsIsSaidAndAPasswordIsNotShown() {
        Headless.onScreen(() -> {
            ListView<?> list = Nodes.named(root(), ListView.class, "Settings");
            list.getSelectionModel().select(0);
        });
        Nodes.awaitWords(root(), "for this start; the file says nothing");
        type("Search keys and meanings", "local-broker.password");
        Nodes.awaitWords(root(), "What is set is not shown");
        Headless.onScreen(() -> assertThat(Nodes.shows(root(), "hunter2")).isFalse());
        follows("a password");
    }

    @Test
    void aFileThatSomebodyElseChangedIsSaidAndReadAgain() throws IOException {
        type("Search keys and meanings", "plc2.qos");
        Nodes.awaitWords(root(), "quality of service of the readings of PLC2");
        Files.writeString(yaml, "plc2.qos: 0\n");
        type("Value", "2");
        Nodes.press(root(), "Save");

        Nodes.awaitWords(root(), "was changed by somebody else meanwhile");
        Nodes.awaitWords(root(), "in the file, default 1");
        assertThat(Files.readString(yaml)).isEqualTo("plc2.qos: 0\n");
        Files.writeString(yaml, "plc2.qos: 7\n");
        Nodes.press(root(), "Read again");
        Nodes.awaitWords(root(), "line 1: plc2.qos is 7, must be");
        Nodes.awaitWords(root(), "Nothing can be changed until");
        Files.writeString(yaml, "plc2.qos: 1\n");
        Nodes.press(root(), "Read again");
        Nodes.awaitWords(root(), "in the file, default 1");
    }

    @Test
    void anImportSaysWhatItChangesBeforeItDoes() throws IOException {
        Files.writeString(folder.resolve("in.yaml"), "plc2.qos: 2\nbridge:\n  keep: 2h\n");
        Nodes.press(root(), "Import …");
        Nodes.awaitWords(root(), "changes 1 setting.");
        Nodes.awaitWords(root(), "1 → 2");
        follows("an import");
        assertThat(Files.readString(yaml)).doesNotContain("plc2");
        Nodes.press(root(), "Import settings");
        Nodes.awaitWords(root(), "1 setting was imported");
        assertThat(Files.readString(yaml)).contains("# long", "hunter2", "plc2.qos: 2\n");
        assertThat(yaml.resolveSibling("plantdeck.yaml.before-import")).exists();

        Nodes.press(root(), "Export …");
        Nodes.awaitWords(root(), "without passwords");
        assertThat(Files.readString(folder.resolve("out.yaml")))
                .contains("plc2.qos: 2\n", "bridge.keep: 2h\n")
                .doesNotContain("hunter2");
        Files.writeString(folder.resolve("in.yaml"), "plc2.qos: 9\n");
        Nodes.press(root(), "Import …");
        Nodes.awaitWords(root(), "in.yaml, line 1: plc2.qos is 9, must be");
        Files.deleteIfExists(yaml.resolveSibling("plantdeck.yaml.before-import"));
    }
}
