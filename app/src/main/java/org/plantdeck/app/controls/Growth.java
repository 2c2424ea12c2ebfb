package org.plantdeck.app.controls;

import javafx.animation.AnimationTimer;
import javafx.scene.control.Control;

import java.util.function.DoubleConsumer;

/**
 * Lets a table or list make the rows it shows first over several pulses, from the top, one after
 * the other while there is time: making all of them at once would hold the screen's thread.
 * Threads: the screen's.
 */
final class Growth extends AnimationTimer {

    /** Of rows, in pixels, about one. */
    private static final double STEP = 32;

    private final Control control;
    private final PulseTime time = PulseTime.SCREEN;
    private double grown;
    private boolean begun;

    Growth(Control control) {
        this.control = control;
    }

    /**
     * Lays out as many rows as there is time for; none in a pulse in which others have had it all,
     * and nothing in the first one, in which the control gets its skin.
     *
     * @param height how high they will be, in pixels
     * @param rows how many there are
     * @param layOut makes those rows that are in a height, in pixels
     */
    void layOut(double height, int rows, DoubleConsumer layOut) {
        boolean seen = Unfolding.isSeen(control);
        if (seen && !begun) {
            begun = true;
            start();
            return;
        }
        if (rows == 0 || !seen) {
            stop();
            layOut.accept(height);
            return;
        }
        boolean more = grown < height && time.take();
        do {
            if (more) {
                grown += STEP;
            }
            layOut.accept(Math.min(grown, height));
            more = grown < height && time.take();
        } while (more);
        if (grown < height) {
            start();
        } else {
            grown = Double.MAX_VALUE; // what is made larger later is there at once
            stop();
        }
    }

    @Override
    public void handle(long now) {
        time.begin(now);
        control.requestLayout();
        if (!Unfolding.isSeen(control)) {
            stop();
        }
    }

    /** Whether nothing is held back. */
    boolean isOver() {
        return !Unfolding.isSeen(control) || grown >= control.getHeight();
    }
}
