package org.plantdeck.app;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.plantdeck.app.desk.ScreenKind;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Goes through every screen by keyboard as somebody would, changes the theme, and closes the
 * window: what the machine learns about a desk before it is packed. Threads: the screen's.
 */
final class Rehearsal {

    /** So long somebody looks at a screen; its history is read by then. */
    private static final Duration LOOK = Duration.seconds(1.5);

    private final Stage stage;
    private final Queue<KeyEvent> keys = new ArrayDeque<>();

    private Rehearsal(Stage stage, List<ScreenKind> kinds) {
        this.stage = stage;
        for (ScreenKind kind : kinds) {
            keys.add(key(KeyCode.valueOf("DIGIT" + kind.level()), false));
        }
        keys.add(key(KeyCode.T, true));
        keys.add(key(KeyCode.K, false));
    }

    /** Begins, in the main window of a desk. */
    static void begin(Stage stage, List<ScreenKind> kinds) {
        new Rehearsal(stage, kinds).play();
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false);
    }

    private void play() {
        Timeline timeline = new Timeline();
        timeline.getKeyFrames().add(new KeyFrame(LOOK, _ -> next(timeline)));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    private void next(Timeline timeline) {
        KeyEvent key = keys.poll();
        if (key == null) {
            timeline.stop();
            stage.close();
        } else {
            Event.fireEvent(stage.getScene(), key);
        }
    }
}
