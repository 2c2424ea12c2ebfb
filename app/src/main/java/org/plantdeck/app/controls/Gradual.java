package org.plantdeck.app.controls;

/** What shows all it has only some pulses after it has been given it. Threads: the screen's. */
interface Gradual {

    /** Whether it shows everything it has. */
    boolean isWhole();
}
