package org.plantdeck.app.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.plantdeck.app.look.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * Where windows were, which screens were popped out and which theme was taken, in {@code
 * desktop/windows.properties} of the data directory. A window that would lie outside every screen
 * is put where it can be seen. Threads: the screen's.
 */
final class WindowPlaces {

    private static final Logger LOG = LoggerFactory.getLogger(WindowPlaces.class);
    private static final String THEME = "theme";
    private static final String OPEN = "open";

    /** How much of a window must be on a screen for it to be found and moved, pixels. */
    private static final double VISIBLE = 120;

    private static final double USUAL_WIDTH = 1920;
    private static final double USUAL_HEIGHT = 1080;

    private final Path file;
    private final Properties kept = new Properties();

    WindowPlaces(Path folder) {
        file = folder.resolve("windows.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (NoSuchFileException firstStart) {
            LOG.atDebug().log("No window was kept yet");
        } catch (IOException | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("reason", e.getMessage())
                    .log("Windows open at their usual place");
        }
    }

    Theme theme() {
        return Theme.of(kept.getProperty(THEME, "")).orElse(Theme.GREY);
    }

    void theme(Theme theme) {
        kept.setProperty(THEME, theme.word());
        write();
    }

    List<String> openScreens() {
        return Arrays.stream(kept.getProperty(OPEN, "").split(",", -1))
                .filter(it -> !it.isBlank())
                .toList();
    }

    void openScreens(List<String> screens) {
        kept.setProperty(OPEN, String.join(",", screens));
        write();
    }

    void keep(String window, Stage stage) {
        kept.setProperty("place." + window, new Place(stage).text());
        write();
    }

    /** Puts a window where it was, or, where it was never, in the middle of the screen. */
    void restore(String window, Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Place.of(kept.getProperty("place." + window, ""))
                .filter(Place::canBeSeen)
                .ifPresentOrElse(
                        it -> it.apply(stage),
                        () -> {
                            double width = Math.min(USUAL_WIDTH, screen.getWidth() * 0.95);
                            double height = Math.min(USUAL_HEIGHT, screen.getHeight() * 0.95);
                            stage.setWidth(width);
                            stage.setHeight(height);
                            stage.setX(screen.getMinX() + (screen.getWidth() - width) / 2);
                            stage.setY(screen.getMinY() + (screen.getHeight() - height) / 2);
                        });
    }

    private record Place(double x, double y, double width, double height, boolean maximized) {

        Place(Stage stage) {
            this(
                    stage.getX(),
                    stage.getY(),
                    stage.getWidth(),
                    stage.getHeight(),
                    stage.isMaximized());
        }

        static java.util.Optional<Place> of(String text) {
            String[] part = text.split(" ", -1);
            try {
                return part.length == 5
                        ? java.util.Optional.of(
                                new Place(
                                        Double.parseDouble(part[0]),
                                        Double.parseDouble(part[1]),
                                        Double.parseDouble(part[2]),
                                        Double.parseDouble(part[3]),
                                        Boolean.parseBoolean(part[4])))
                        : java.util.Optional.empty();
            } catch (NumberFormatException damaged) {
                return java.util.Optional.empty();
            }
        }

        String text() {
            return x + " " + y + " " + width + " " + height + " " + maximized;
        }

        boolean canBeSeen() {
            return width >= VISIBLE
                    && height >= VISIBLE
                    && !Screen.getScreensForRectangle(
                                    x + VISIBLE / 2, y, width - VISIBLE, VISIBLE / 4)
                            .isEmpty();
        }

        void apply(Stage stage) {
            stage.setX(x);
            stage.setY(y);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.setMaximized(maximized);
        }
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                kept.store(writer, null);
            }
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("reason", e.getMessage())
                    .log("The place of a window could not be kept");
        }
    }
}
