package org.plantdeck.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Desk.Navigator;
import org.plantdeck.app.desk.DeskOpening;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Nodes;
import org.plantdeck.app.fixture.SilentPlant;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.rules.SceneRules;
import org.plantdeck.app.shell.StillShell;
import org.plantdeck.app.updates.UpdateState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What people see of a newer version, from the setting to the screen. */
@ExtendWith(Headless.class)
class UpdatesShownTest {

    @TempDir private Path folder;
    private final FakeDesk fake;
    private final List<String> opened = new ArrayList<>();
    private Desk desk;
    private StillShell shell;

    UpdatesShownTest(FakeDesk fake) {
        this.fake = fake;
    }

    @AfterEach
    void close() {
        Headless.onScreen(shell::close);
        desk.close();
    }

    /** A desk with these settings, and the screen About at the least size of a display. */
    private void open(String settings) throws IOException {
        Files.writeString(folder.resolve("plantdeck.yaml"), settings);
        Navigator navigator = (screen, arguments) -> opened.add(screen + arguments);
        desk =
                DeskOpening.open(SilentPlant.altogether(fake.plant(), folder), Toolkit.SCREEN)
                        .with(navigator);
        ScreenKind about =
                DeskScreens.ALL.stream()
                        .filter(it -> it.word().equals("about"))
                        .findFirst()
                        .orElseThrow();
        shell =
                Headless.onScreen(() -> {
                    StillShell made = new StillShell(desk, DeskScreens.ALL, about);
                    Look.dress(new Scene(made, 1280, 800), Theme.GREY);
                    return made;
                });
        Await.until("a complete screen", () -> Headless.onScreen(() -> Still.isComplete(shell)));
    }

    private Path openOn(String versions) throws IOException {
        Path file = Files.writeString(folder.resolve("version.txt"), versions);
        open("updates.url: " + file.toUri() + "\n");
        return file;
    }

    private void follows(String what) {
        Headless.onScreen(() -> {
            shell.refresh();
            shell.applyCss();
            shell.layout();
            SceneRules scene = new SceneRules(shell.getScene());
            assertThat(scene.cutOff()).as(what).isEmpty();
            assertThat(scene.overlapping()).as(what).isEmpty();
            assertThat(scene.leaving()).as(what).isEmpty();
            assertThat(scene.nameless()).as(what).isEmpty();
            assertThat(scene.tooSmallToHit()).as(what).isEmpty();
            assertThat(scene.unreachable()).as(what).isEmpty();
        });
    }

    @Test
    void withoutAnAddressNobodyIsAskedAndTheSettingIsOneStepAway() throws IOException {
        open("");

        desk.updates().check();

        assertThat(desk.updates().state()).isEqualTo(new UpdateState.Off());
        Nodes.awaitWords(shell, "Nobody is asked for a newer version. Set updates.url");
        follows("nobody is asked");
        Nodes.press(shell, "Open the setting");
        assertThat(opened).containsExactly("settings[updates.url]");
    }

    @Test
    void aNewerVersionIsSaidInTheStatusStripAndTheWayToItCanBeCopied() throws IOException {
        openOn("1.3.0\nhttps://plant.example/plantdeck-1.3.0.deb\n");
        Nodes.awaitWords(shell, "No newer version has been looked for since the start.");
        follows("not asked");

        Nodes.press(shell, "Check now");

        Nodes.awaitWords(shell, "Version 1.3.0 is there.");
        follows("a newer version");
        Nodes.awaitWords(shell, "Version 1.3.0 is there: see About");
        assertThat(
                        Headless.onScreen(() ->
                                Nodes.named(
                                                shell,
                                                TextField.class,
                                                "Where to get the newer version")
                                        .getText()))
                .isEqualTo("https://plant.example/plantdeck-1.3.0.deb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0", "0.0.9\nwhere\n"})
    void noNewerVersionIsSaidOnlyWhereSomebodyLooks(String versions) throws IOException {
        openOn(versions);

        desk.updates().check();

        Nodes.awaitWords(shell, "There is no newer version; the newest is 0.");
        follows("no newer version");
        assertThat(Headless.onScreen(() -> Nodes.shows(shell, "see About"))).isFalse();
    }

    @Test
    void whatCouldNotBeReadIsNamedAndAskedForAgain() throws IOException {
        Path file = openOn("none");
        Nodes.press(shell, "Check now");
        Nodes.awaitWords(shell, file.toUri() + " does not begin with a version such as 1.2.3");
        follows("no version");

        Files.writeString(file, "2.0");
        Nodes.press(shell, "Check now");

        Nodes.awaitWords(shell, "Version 2.0 is there.");
    }
}
