package org.plantdeck.app.door;

import javafx.application.Platform;

import org.plantdeck.plantruntime.desktop.NoDisplay;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The windowing toolkit of this process, with a display or without one. */
public final class Toolkit {

    /** Runs tasks on the screen's thread: the one place that knows how. */
    public static final Executor SCREEN = Platform::runLater;

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Toolkit() {}

    /**
     * Sees that a window can be opened, as far as that can be told beforehand.
     *
     * @throws NoDisplay where this computer has no display
     */
    public static void requireDisplay() throws NoDisplay {
        quieten();
        if (isHeadless()) {
            return;
        }
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && isUnset("DISPLAY") && isUnset("WAYLAND_DISPLAY")) {
            throw new NoDisplay("there is no display");
        }
    }

    private static boolean isUnset(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isBlank();
    }

    private static boolean isHeadless() {
        return "Headless".equals(System.getProperty("glass.platform"));
    }

    /** It says that JavaFX is not on the module path, which is meant. */
    private static void quieten() {
        JAVAFX.setLevel(Level.SEVERE);
    }

    /** Has the toolkit do without a display; before anything else of it is used. */
    public static void beHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /** Starts the toolkit without a display; before anything else of it is used. */
    public static void startHeadless() {
        quieten();
        beHeadless();
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
    }
}
