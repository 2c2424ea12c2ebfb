package org.plantdeck.historian.postgres;

import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.with;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Readings as chance has them, with keys that come and go and values that are missing. */
final class MadeUpReadings {

    private final Random random;

    MadeUpReadings(Random random) {
        this.random = random;
    }

    /** A reading of some instant of a second. */
    Reading reading(FactorySource source, String run, long sequence, int second) {
        Instant time = START.plusSeconds(second).plusMillis(random.nextInt(1_000));
        Reading reading = at(source, run, sequence, time);
        String key = source == FactorySource.LINE ? "pressure" : "power_consumption";
        reading = with(reading, key, number());
        return random.nextInt(3) == 0 ? with(reading, "gear.box", number()) : reading;
    }

    private Value number() {
        return switch (random.nextInt(8)) {
            case 0 -> Value.absent();
            case 1 -> Value.of(Math.rint(random.nextGaussian() * 100) / 100);
            default -> Value.of(random.nextGaussian() * 10);
        };
    }

    /** What an oven beside the plant says in a second; nothing in most. */
    List<Observation> observations(int second) {
        if (random.nextInt(3) > 0) {
            return List.of();
        }
        Leaves.Builder values = Leaves.builder();
        values.put("x", Value.of(random.nextGaussian())).put("on", random.nextBoolean());
        values.put("word", "w" + random.nextInt(5));
        Instant at = START.plusSeconds(second / 10 * 10L);
        return List.of(new Observation("test/oven", at, values.build()));
    }
}
