package org.plantdeck.app.desk;

import java.time.Duration;
import java.time.Instant;

/** Lets something be done no more often than said, wall time. Threads: one. */
public final class Pace {

    private final Duration shortest;
    private Instant last = Instant.MIN;

    /**
     * @param shortest time between two times that it is done
     */
    public Pace(Duration shortest) {
        this.shortest = shortest;
    }

    /** Whether it is to be done now; then the time runs anew. */
    public boolean isDue(Instant now) {
        boolean due = last.equals(Instant.MIN) || !now.isBefore(last.plus(shortest));
        if (due) {
            last = now;
        }
        return due;
    }

    /** Has it done the next time, however soon that is. */
    public void hurry() {
        last = Instant.MIN;
    }
}
