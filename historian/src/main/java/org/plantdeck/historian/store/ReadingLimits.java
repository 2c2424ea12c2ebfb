package org.plantdeck.historian.store;

import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.Optional;

/** What a sound reading may still hold that no history can keep. Threads: any. */
public final class ReadingLimits {

    private static final int RUN_LENGTH_MAX = 100;

    private ReadingLimits() {}

    /**
     * Why a reading cannot be stored, in a short sentence that names the key; empty where it can.
     */
    public static Optional<String> objectionTo(Reading reading) {
        if (reading.run().length() > RUN_LENGTH_MAX) {
            return Optional.of("run is longer than " + RUN_LENGTH_MAX + " characters");
        }
        return objectionTo(reading.measuredAt(), reading.values());
    }

    /** The same of what came on another topic. */
    public static Optional<String> objectionTo(Observation observation) {
        return objectionTo(observation.measuredAt(), observation.values());
    }

    private static Optional<String> objectionTo(Instant measuredAt, Leaves values) {
        if (!TimeText.canHold(measuredAt)) {
            return Optional.of("timestamp is outside the years 0000 to 9999");
        }
        boolean[] infinite = {false};
        values.forEach((key, value) ->
                infinite[0] |= value instanceof Value.Real(double real) && !Double.isFinite(real));
        return infinite[0]
                ? Optional.of("a number is too large for a floating-point number")
                : Optional.empty();
    }
}
