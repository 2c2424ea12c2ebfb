package org.plantdeck.app;

import javafx.application.Application;
import javafx.application.Platform;
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
import org.plantdeck.plantruntime.desktop.NoDisplay;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.desktop.SessionStart;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The window comes first, the plant behind it is begun on another thread; when the last window is
 * closed, the plant ends. Threads: the screen's unless said otherwise.
 */
public final class DeskApplication extends Application {

    private static final String FIRST_SCREEN = "overview";

    /** What the toolkit cannot hand over: it makes the application itself. */
    private static volatile Opening opening =
            new Opening(
                    _ -> {
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
        Platform.setImplicitExit(true);
        new DeskBeginning(stage, opening.start(), session -> open(stage, session), EXIT_CODE::set)
                .open();
        startTimes.windowIsOpen();
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
                session.whenWanted(() -> Toolkit.SCREEN.execute(() -> DeskBeginning.front(stage)));
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

    @Override
    public void stop() {
        Desk closing = desk;
        if (closing != null) {
            closing.close();
        }
    }
}
