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
    private boolean isDue;

    Growth(Control control) {
        this.control = control;
    }

    /**
     * Lays out as many rows as there is time for; none in the first pulse, which has enough to do
     * with what is around them.
     *
     * @param height how high they will be, in pixels
     * @param rows how many there are
     * @param layOut makes those rows that are in a height, in pixels
     */
    void layOut(double height, int rows, DoubleConsumer layOut) {
        if (rows == 0 || !Unfolding.isSeen(control)) {
            stop();
            layOut.accept(height);
            return;
        }
        do {
            if (grown < height && (isDue || time.isLeft())) {
                grown += STEP;
            }
            isDue = false;
            layOut.accept(Math.min(grown, height));
        } while (grown < height && time.isLeft());
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
        isDue = true; // one row a pulse at least, whatever else goes on
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
