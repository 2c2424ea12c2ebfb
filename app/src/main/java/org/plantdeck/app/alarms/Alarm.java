package org.plantdeck.app.alarms;

import org.plantdeck.signal.AlarmLimit;

import java.time.Instant;
import java.util.Optional;

/**
 * A limit that is broken, or was and waits to be acknowledged.
 *
 * @param limit which
 * @param value the newest value in text, without unit
 * @param since simulated time at which it was first broken
 * @param returnedAt simulated time at which it was right again; empty while it is broken
 * @param acknowledged whether somebody has seen it
 */
public record Alarm(
        AlarmLimit limit,
        String value,
        Instant since,
        Optional<Instant> returnedAt,
        boolean acknowledged) {

    /** Whether the limit is broken now. */
    public boolean isActive() {
        return returnedAt.isEmpty();
    }

    Alarm withValue(String newest) {
        return new Alarm(limit, newest, since, returnedAt, acknowledged);
    }

    Alarm returned(Instant at) {
        return new Alarm(limit, value, since, Optional.of(at), acknowledged);
    }

    Alarm acknowledge() {
        return new Alarm(limit, value, since, returnedAt, true);
    }
}
