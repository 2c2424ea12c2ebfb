package org.plantdeck.app.records;

import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.signal.Reading;

import java.time.Duration;
import java.util.Optional;

/**
 * The newest value of a stored tag, also of one that no catalogue knows.
 *
 * @param number the value; not-a-number where there is none
 * @param freshness whether it is live
 * @param words the value with its unit
 */
record NewestValue(double number, Freshness freshness, String words) {

    /** There is none. */
    static final NewestValue NONE =
            new NewestValue(
                    Double.NaN, new Freshness(Freshness.State.NONE, Duration.ZERO), Numbers.NONE);

    static NewestValue of(TagFacts facts, Optional<Snapshot> now) {
        return now.map(it -> of(facts, it)).orElse(NONE);
    }

    private static NewestValue of(TagFacts facts, Snapshot now) {
        Optional<Reading> reading = facts.source().flatMap(now::reading);
        if (reading.isEmpty()) {
            return NONE;
        }
        double number = reading.get().values().get(facts.stored().key()).asDouble();
        String text = Numbers.text(number, facts.decimals());
        return new NewestValue(
                number,
                now.freshness(reading.get().source()),
                facts.unit().isEmpty() ? text : text + " " + facts.unit());
    }

    boolean stale() {
        return freshness.isStale();
    }
}
