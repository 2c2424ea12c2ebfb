package org.plantdeck.app.live;

import java.time.Duration;

/**
 * Whether a value may be shown as live.
 *
 * @param state what it is
 * @param age how long ago it arrived, wall time; zero where none ever did
 */
public record Freshness(State state, Duration age) {

    /** What a value is. */
    public enum State {
        /** None has arrived yet. */
        NONE,
        /** It is the newest there is. */
        LIVE,
        /** A newer one should have arrived by now. */
        STALE
    }

    static final Freshness NEVER = new Freshness(State.NONE, Duration.ZERO);

    public boolean isLive() {
        return state == State.LIVE;
    }

    public boolean isStale() {
        return state == State.STALE;
    }
}
