package org.plantdeck.plantruntime.settings;

import org.plantdeck.signal.IsoTime;

import java.time.Instant;
import java.util.Optional;

/** Points in time, ISO-8601 with an offset or Z. */
record InstantKind() implements Kind<Instant> {

    @Override
    public Optional<Instant> read(String text) {
        return IsoTime.parse(text.strip());
    }

    @Override
    public String write(Instant value) {
        return IsoTime.format(value);
    }

    @Override
    public String requirement() {
        return "an ISO-8601 time with Z or an offset";
    }

    @Override
    public String hint() {
        return ", such as 2026-11-21T10:00:00Z";
    }
}
