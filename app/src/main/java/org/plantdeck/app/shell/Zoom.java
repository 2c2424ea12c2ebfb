package org.plantdeck.app.shell;

/**
 * How large the interface is drawn: as somebody chose, or, while nobody did, as drawn up to one and
 * a half times a 1920 × 1080 window, and with the window beyond it, so that a wall of 3840 × 2160
 * is read from where one of 1920 × 1080 is. Threads: one.
 */
final class Zoom {

    private static final double[] STEPS = {0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3};
    private static final double DRAWN_WIDTH = 1_920;
    private static final double DRAWN_HEIGHT = 1_080;
    private static final double GROWS_FROM = 1.5;

    /** What was chosen; zero where nothing was. */
    private double chosen;

    /** How many times larger than drawn, in a window of some pixels. */
    double times(double width, double height) {
        return chosen > 0 ? chosen : fitting(width, height);
    }

    private static double fitting(double width, double height) {
        double fit = Math.min(width / DRAWN_WIDTH, height / DRAWN_HEIGHT);
        double times = 1;
        for (double step : STEPS) {
            if (step >= GROWS_FROM && step <= fit) {
                times = step;
            }
        }
        return times;
    }

    /** One step larger than it is in such a window, where there is one. */
    void larger(double width, double height) {
        double now = times(width, height);
        for (double step : STEPS) {
            if (step > now) {
                chosen = step;
                return;
            }
        }
    }

    /** One step smaller than it is in such a window, where there is one. */
    void smaller(double width, double height) {
        double now = times(width, height);
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < now) {
                chosen = STEPS[i];
                return;
            }
        }
    }

    /** With the window again. */
    void asTheWindow() {
        chosen = 0;
    }
}
