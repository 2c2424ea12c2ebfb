package org.plantdeck.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakePlant;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Nodes;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.desktop.Remedy;
import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.desktop.SessionStart;
import org.plantdeck.plantruntime.desktop.StartView;
import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.parts.FirstChoice;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsStart;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** From the window to the desk in it, also where the first try fails. */
@ExtendWith(Headless.class)
class DeskBeginningTest {

    private final CompletableFuture<PlantSession> begun = new CompletableFuture<>();
    private final AtomicInteger exitCode = new AtomicInteger(-1);
    private final Stage stage = Headless.onScreen(() -> new Stage());
    private final AtomicInteger begins = new AtomicInteger();
    private final PlantSession session;

    DeskBeginningTest(@TempDir Path folder) {
        session = new FakePlant(folder);
    }

    @AfterEach
    void close() {
        Headless.onScreen(stage::close);
        session.close();
    }

    private void open(SessionStart start) {
        Headless.onScreen(new DeskBeginning(stage, start, begun::complete, exitCode::set)::open);
    }

    private static SessionFailure failure(String sentence) {
        return new SessionFailure(sentence, 2, new SettingsFailure(sentence));
    }

    private Parent dialog() {
        Await.until("a dialog", () -> Headless.onScreen(() -> owned().isPresent()));
        return Headless.onScreen(() -> owned().orElseThrow().getScene().getRoot());
    }

    private Optional<Window> owned() {
        return Window.getWindows().stream()
                .filter(it -> it instanceof Stage each && stage.equals(each.getOwner()))
                .findFirst();
    }

    /** A dialog keeps the thread that opened it, so a press on it is not waited for. */
    private static void press(Parent dialog, String words) {
        Nodes.awaitEnabled(dialog, words);
        javafx.application.Platform.runLater(() -> Nodes.button(dialog, words).fire());
    }

    @Test
    void whatHelpsIsOfferedAndTheSessionBegunAgain() {
        AtomicInteger mended = new AtomicInteger();
        open(_ -> {
            if (begins.incrementAndGet() == 1) {
                throw failure("1883 is taken by mosquitto (process 812)")
                        .with(new Remedy("Set the port to 1885", mended::incrementAndGet));
            }
            return session;
        });
        Parent dialog = dialog();
        Nodes.awaitWords(dialog, "1883 is taken by mosquitto (process 812)");
        press(dialog, "Set the port to 1885");
        assertThat(begun.join()).isSameAs(session);
        assertThat(mended).hasValue(1);
        assertThat(exitCode).hasValue(0);
    }

    @Test
    void whereNothingHelpsTheWindowClosesWithItsDialog() {
        open(_ -> {
            throw failure("the disk is full");
        });
        Parent dialog = dialog();
        Nodes.awaitWords(dialog, "the disk is full");
        press(dialog, "Close");
        Await.until("it is closed", () -> Headless.onScreen(() -> !stage.isShowing()));
        assertThat(exitCode).hasValue(2);
        assertThat(begun).isNotDone();
    }

    @Test
    void whereAnotherStartWasQuickerNothingIsSaidHere() {
        open(_ -> {
            throw SessionFailure.shownElsewhere("its window is in front", failure("held"));
        });
        Await.until("it is closed", () -> Headless.onScreen(() -> !stage.isShowing()));
        assertThat(exitCode).hasValue(0);
    }

    @Test
    void aFirstStartAsksAndThenBegins(@TempDir Path path) {
        DataDirectory directory = DataDirectory.open(path);
        open(
                new SessionStart() {
                    @Override
                    public Optional<FirstChoice> firstChoice() {
                        return FirstChoice.find(
                                directory,
                                SettingsStart.read(
                                        AllSettings.catalogue(),
                                        directory.settingsFile(),
                                        List.of()),
                                InstantSource.system(),
                                "test");
                    }

                    @Override
                    public PlantSession begin(StartView view) {
                        assertThat(directory.isHeld(FirstChoice.LOCK)).isFalse();
                        return session;
                    }
                });
        Await.until(
                "the welcome",
                () ->
                        Headless.onScreen(() ->
                                Nodes.shows(stage.getScene().getRoot(), "Welcome to PlantDeck")));
        Parent welcome = Headless.onScreen(() -> stage.getScene().getRoot());
        Nodes.awaitEnabled(welcome, "Start the demo plant");
        assertThat(begun).isNotDone();
        Nodes.press(welcome, "Start the demo plant");
        assertThat(begun.join()).isSameAs(session);
        assertThat(directory.settingsFile()).exists();
    }
}
