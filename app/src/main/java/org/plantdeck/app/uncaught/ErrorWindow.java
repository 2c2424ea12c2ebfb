package org.plantdeck.app.uncaught;

import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A window that says what went wrong and keeps nobody from working. Closed, it comes back for an
 * error of another kind, and not for the same. Threads: the screen's.
 */
public final class ErrorWindow {

    private static final Words WORDS = Words.of(ErrorWindow.class);
    private static final double WIDTH = 620;

    private final Stage owner;
    private final Supplier<Theme> theme;
    private @Nullable Stage stage;
    private @Nullable ErrorPane pane;
    private int kindsSeen;

    /**
     * @param owner with which it is closed
     * @param theme how it is to look
     */
    public ErrorWindow(Stage owner, Supplier<Theme> theme) {
        this.owner = owner;
        this.theme = theme;
        owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> stage().ifPresent(Stage::close));
    }

    /** Shows errors, the one to speak of last. */
    void show(List<UncaughtError> errors) {
        ErrorPane shown = pane;
        boolean another = errors.size() > kindsSeen;
        kindsSeen = errors.size();
        if (shown == null && another) {
            shown = open();
        }
        if (shown != null) {
            shown.show(errors);
        }
        if (stage != null && another) {
            stage.sizeToScene();
        }
    }

    private ErrorPane open() {
        Stage window = new Stage();
        ErrorPane made = new ErrorPane(window::close, window::sizeToScene);
        made.setPrefWidth(WIDTH);
        Scene scene = new Scene(made);
        Look.dress(scene, theme.get());
        window.initOwner(owner);
        window.initModality(Modality.NONE);
        window.setTitle(WORDS.say("title"));
        window.setScene(scene);
        window.setOnHidden(_ -> {
            stage = null;
            pane = null;
        });
        stage = window;
        pane = made;
        window.show();
        return made;
    }

    /** What is open now. */
    Optional<Stage> stage() {
        return Optional.ofNullable(stage);
    }
}
