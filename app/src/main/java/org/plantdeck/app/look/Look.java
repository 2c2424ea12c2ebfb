package org.plantdeck.app.look;

import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.stage.Stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/**
 * How everything looks: the base style sheet, our own over it, and the tokens of a theme. Threads:
 * the screen's.
 */
public final class Look {

    private static final int ANY_SIZE = 14;

    private Look() {}

    /** Loads type and base style; once a process. */
    public static void load() {
        for (String face : List.of("B612-Regular", "B612-Bold")) {
            try (InputStream file = Look.class.getResourceAsStream("fonts/" + face + ".otf")) {
                Font.loadFont(Objects.requireNonNull(file, face), ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException(face, e);
            }
        }
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    /** Gives a scene a theme, in the place of the one it has. */
    public static void dress(Scene scene, Theme theme) {
        scene.getStylesheets().setAll(sheet(theme.word() + ".css"), sheet("deck.css"));
    }

    /** Gives a window the mark of the program, in the sizes window managers ask for. */
    public static void mark(Stage stage) {
        for (int size : new int[] {16, 32, 48, 128, 256}) {
            stage.getIcons().add(icon(size));
        }
    }

    /**
     * The mark of the program.
     *
     * @param size width and height, pixels: 16, 32, 48, 128 or 256
     */
    public static Image icon(int size) {
        String name = "icons/plantdeck-" + size + ".png";
        URL icon = Objects.requireNonNull(Look.class.getResource(name), name);
        return new Image(icon.toExternalForm());
    }

    private static String sheet(String name) {
        URL sheet = Objects.requireNonNull(Look.class.getResource(name), name);
        return sheet.toExternalForm();
    }
}
