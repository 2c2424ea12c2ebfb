package org.plantdeck.plcsim.runner;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The one thread of a part: it does one thing after another, at once or after a while. A test puts
 * a clock of its own in its place. Threads: any.
 */
interface Turns {

    /** Does something as soon as the thread is free; nothing once the turns have ended. */
    void soon(Runnable turn);

    /** Does something after some wall time; nothing once the turns have ended. */
    void after(Duration delay, Runnable turn);

    /**
     * Does something on the thread and waits until it is done, or some wall time has passed; does
     * nothing once the turns have ended. Never call it from a turn.
     */
    void await(Runnable turn, Duration atMost);

    /** Ends the turns: lets the present one finish and forgets those to come. */
    void end();

    /** Ends the turns once something is so, or some wall time has passed. */
    void end(BooleanSupplier settled, Duration atMost);
}
