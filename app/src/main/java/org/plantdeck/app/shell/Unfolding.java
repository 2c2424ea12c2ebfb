package org.plantdeck.app.shell;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;

import org.plantdeck.app.controls.Panel;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets the panels of a new screen appear one in a pulse: styling and laying out all of them at once
 * would hold the screen's thread, and whatever else is open with it. Threads: the screen's.
 */
final class Unfolding extends AnimationTimer {

    private final Queue<Panel> folded = new ArrayDeque<>();

    /** Folds the panels of a node; {@link #start} begins to unfold them. */
    Unfolding(Node node) {
        collect(node);
        folded.forEach(Panel::fold);
    }

    private void collect(Node node) {
        if (node instanceof Panel panel) {
            folded.add(panel);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    @Override
    public void handle(long now) {
        Panel next = folded.poll();
        if (next == null) {
            stop();
        } else {
            next.unfold();
        }
    }

    /** Whether every panel is there. */
    boolean isOver() {
        return folded.isEmpty();
    }
}
