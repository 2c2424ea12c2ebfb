package org.plantdeck.cloudanalytics;

import java.time.Instant;
import java.time.InstantSource;

/** A wall clock a test moves. */
final class FakeClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");

    void advanceSeconds(long seconds) {
        now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
