package org.plantdeck.app;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.shell.ShellPane;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Goes through every screen by keyboard as somebody would, moves the trends, changes the theme, and
 * closes the window: what the machine learns about a desk before it is packed. Threads: the
 * screen's.
 */
final class Rehearsal {

    /** So long somebody looks at a screen, and again where it does not show all yet. */
    private static final Duration LOOK = Duration.seconds(1.5);

    /** What is not there after so many looks is not waited for. */
    private static final int LOOKS = 10;

    /** How often somebody moves a trend, and how much time there is between. */
    private static final int MOVES = 160;

    /** Somebody first zooms out so often, from an hour to more than a day. */
    private static final int ZOOMS = 15;

    private static final Duration BETWEEN_MOVES = Duration.millis(25);

    private static final List<KeyCode> MOVING =
            List.of(KeyCode.LEFT, KeyCode.MINUS, KeyCode.RIGHT, KeyCode.PLUS);

    private final Stage stage;
    private final Set<Node> moved = new HashSet<>();
    private final Queue<KeyEvent> keys = new ArrayDeque<>();
    private final ShellPane shell;
    private int looks;

    private Rehearsal(Stage stage, List<ScreenKind> kinds) {
        this.stage = stage;
        shell = (ShellPane) stage.getScene().lookup(".shell");
        for (ScreenKind kind : kinds) {
            keys.add(key(KeyCode.valueOf("DIGIT" + kind.level()), false, true));
        }
        keys.add(key(KeyCode.T, true, true));
        keys.add(key(KeyCode.K, false, true));
    }

    /** Begins, in the main window of a desk. */
    static void begin(Stage stage, List<ScreenKind> kinds) {
        new Rehearsal(stage, kinds).play();
    }

    private static KeyEvent key(KeyCode code, boolean shift, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }

    private void play() {
        Timeline timeline = new Timeline();
        timeline.getKeyFrames().add(new KeyFrame(LOOK, _ -> next(timeline)));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    private void next(Timeline timeline) {
        if (!shell.isComplete() && ++looks < LOOKS) {
            return;
        }
        looks = 0;
        Node trend = stage.getScene().lookup(".trend-stack");
        if (trend != null && moved.add(trend)) {
            timeline.pause();
            move(trend, timeline::play);
            return;
        }
        KeyEvent key = keys.poll();
        if (key == null) {
            timeline.stop();
            stage.close();
        } else {
            Event.fireEvent(stage.getScene(), key);
        }
    }

    /** Drawing while something moves is what has to be quick from the first time on. */
    private static void move(Node trend, Runnable then) {
        Iterator<KeyCode> moves =
                IntStream.range(0, ZOOMS + MOVES)
                        .mapToObj(it -> it < ZOOMS ? KeyCode.MINUS : MOVING.get(it % MOVING.size()))
                        .iterator();
        Timeline moving = new Timeline();
        moving.getKeyFrames()
                .add(
                        new KeyFrame(
                                BETWEEN_MOVES,
                                _ -> Event.fireEvent(trend, key(moves.next(), false, false))));
        moving.setCycleCount(ZOOMS + MOVES);
        moving.setOnFinished(_ -> then.run());
        moving.play();
    }
}
