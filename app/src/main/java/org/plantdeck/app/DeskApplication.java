package org.plantdeck.app;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.DeskOpening;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.shell.DeskWindows;
import org.plantdeck.app.uncaught.ErrorWindow;
import org.plantdeck.app.uncaught.UncaughtErrors;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.desktop.NoDisplay;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.desktop.SessionStart;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The window comes first, the plant behind it is begun on another thread; when the last window is
 * closed, the plant ends. Threads: the screen's unless said otherwise.
 */
public final class DeskApplication extends Application {

    private static final Words WORDS = Words.of(DeskApplication.class);
    private static final String FIRST_SCREEN = "overview";

    /** What the toolkit cannot hand over: it makes the application itself. */
    private static volatile Opening opening =
            new Opening(
                    () -> {
                        throw new IllegalStateException("not started by the command line");
                    },
                    Show.EVERYTHING,
                    "");

    private final StartTimes startTimes = new StartTimes(InstantSource.system());
    private @Nullable Desk desk;
    private @Nullable DeskWindows windows;

    private static final AtomicInteger EXIT_CODE = new AtomicInteger();

    /** What is to be opened. */
    enum Show {
        EVERYTHING,
        ONE_SCREEN,
        REHEARSAL
    }

    private record Opening(SessionStart start, Show show, String screen) {}

    /**
     * Runs the application until its last window is closed. Threads: the main one.
     *
     * @param screen the word of the one screen, where it is one
     */
    static int run(SessionStart start, Show show, String screen) throws NoDisplay {
        Toolkit.requireDisplay();
        opening = new Opening(start, show, screen);
        try {
            launch(DeskApplication.class);
        } catch (UnsupportedOperationException unreachable) {
            throw new NoDisplay(String.valueOf(unreachable.getMessage()));
        }
        return EXIT_CODE.get();
    }

    @Override
    public void start(Stage stage) {
        Look.load();
        UncaughtErrors.showInWindows(
                Toolkit.SCREEN, InstantSource.system(), new ErrorWindow(stage, this::theme));
        Label message = new Label(WORDS.say("starting"));
        message.getStyleClass().add("window-message");
        Scene waiting = new Scene(new StackPane(message), 1280, 800);
        Look.dress(waiting, Theme.GREY);
        stage.setScene(waiting);
        Look.mark(stage);
        stage.setTitle("PlantDeck");
        Platform.setImplicitExit(true);
        CompletableFuture<PlantSession> begun =
                CompletableFuture.supplyAsync(DeskApplication::begin, Thread::startVirtualThread);
        stage.show();
        startTimes.windowIsOpen();
        var _ =
                begun.whenCompleteAsync(
                        (session, failure) -> {
                            if (failure == null) {
                                open(stage, session);
                            } else {
                                tell(stage, failure);
                            }
                        },
                        Toolkit.SCREEN);
    }

    private static PlantSession begin() {
        try {
            return opening.start().begin();
        } catch (SessionFailure failure) {
            throw new CompletionException(failure);
        }
    }

    private void open(Stage stage, PlantSession session) {
        Desk opened = DeskOpening.open(session, Toolkit.SCREEN);
        desk = opened;
        session.beforeEnd(opened.presence()::close);
        startTimes.follow(opened.live());
        DeskWindows its = new DeskWindows(opened, DeskScreens.ALL);
        windows = its;
        switch (opening.show()) {
            case EVERYTHING -> {
                its.openMain(stage, FIRST_SCREEN);
                session.whenWanted(() -> Toolkit.SCREEN.execute(() -> front(stage)));
                opened.updates().check();
            }
            case ONE_SCREEN -> its.openSingle(stage, opening.screen());
            case REHEARSAL -> {
                its.openMain(stage, FIRST_SCREEN);
                Rehearsal.begin(stage, DeskScreens.ALL);
            }
        }
    }

    private Theme theme() {
        DeskWindows its = windows;
        return its == null ? Theme.GREY : its.theme();
    }

    /** A second start has rung: the window that is there is the one somebody wants to see. */
    private static void front(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    @Override
    public void stop() {
        Desk closing = desk;
        if (closing != null) {
            closing.close();
        }
    }

    /** The words of the command line, in a dialog. */
    private static void tell(Stage stage, Throwable failure) {
        String sentence = String.valueOf(failure);
        EXIT_CODE.set(1);
        if (failure.getCause() instanceof SessionFailure session) {
            sentence = session.sentence();
            EXIT_CODE.set(session.exitCode());
        }
        System.err.println("plantdeck: " + sentence);
        if (failure.getCause() instanceof SessionFailure session && session.isShownElsewhere()) {
            stage.close();
            return;
        }
        ButtonType close = new ButtonType(WORDS.say("close"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.NONE, sentence, close);
        alert.initOwner(stage);
        alert.setTitle(WORDS.say("failed.title"));
        alert.setHeaderText(WORDS.say("failed.title"));
        alert.getDialogPane().setMinWidth(560);
        alert.getDialogPane().lookupButton(close).getStyleClass().add("act-button");
        Look.dress(alert.getDialogPane().getScene(), Theme.GREY);
        alert.showAndWait();
        stage.close();
    }
}
