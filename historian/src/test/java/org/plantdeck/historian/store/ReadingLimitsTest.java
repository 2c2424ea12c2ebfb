package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Instant;

class ReadingLimitsTest {

    @Test
    void whatNoHistoryCanKeepIsNamed() {
        Reading sound = line(1);
        assertThat(ReadingLimits.objectionTo(sound)).isEmpty();
        assertThat(ReadingLimits.objectionTo(with(sound, "x", Value.of(Double.POSITIVE_INFINITY))))
                .contains("a number is too large for a floating-point number");
        assertThat(
                        ReadingLimits.objectionTo(
                                new Reading(
                                        sound.source(),
                                        "r",
                                        1,
                                        Instant.parse("+10000-01-01T00:00:00Z"),
                                        sound.values())))
                .contains("timestamp is outside the years 0000 to 9999");
        assertThat(ReadingLimits.objectionTo(reading(FactorySource.LINE, "r".repeat(101), 1)))
                .contains("run is longer than 100 characters");
    }
}
