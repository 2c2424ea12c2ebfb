package org.plantdeck.app.controls;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;

/**
 * Lets a table or list make the rows it shows first over several pulses, from the top: making all
 * of them at once would hold the screen's thread. Threads: the screen's.
 */
public final class Growth extends AnimationTimer {

    private static final double LEAST = 64;
    private static final double FIRST = 32;
    private static final double MOST = 288;

    private final Control control;
    private final PulseShare share = new PulseShare(LEAST, LEAST, MOST);
    private double grown = FIRST;

    /** What a skin says of its rows. */
    interface Growing {

        /** Whether all rows in view are made, or there are none. */
        boolean isGrown();
    }

    Growth(Control control) {
        this.control = control;
    }

    /**
     * How high the rows may be now.
     *
     * @param height how high they will be, in pixels
     * @param rows how many there are
     */
    double limit(double height, int rows) {
        if (rows == 0 || !isSeen()) {
            stop();
            return height;
        }
        if (grown >= height) {
            grown = Double.MAX_VALUE; // what is made larger later is there at once
            stop();
            return height;
        }
        start();
        return grown;
    }

    private boolean isSeen() {
        Scene scene = control.getScene();
        return scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
    }

    @Override
    public void handle(long now) {
        grown += share.of(now);
        control.requestLayout();
        if (!isSeen()) {
            stop();
        }
    }

    /** Whether nothing is held back. */
    boolean isOver() {
        return !isSeen() || grown >= control.getHeight();
    }

    /** Whether every table and list that is visible below a node has made its rows. */
    public static boolean isOver(Node node) {
        if (!node.isVisible()) {
            return true;
        }
        if (node instanceof Control control
                && control.getSkin() instanceof Growing skin
                && !skin.isGrown()) {
            return false;
        }
        return !(node instanceof Parent parent)
                || parent.getChildrenUnmodifiable().stream().allMatch(Growth::isOver);
    }
}
