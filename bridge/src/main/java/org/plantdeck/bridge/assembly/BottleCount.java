package org.plantdeck.bridge.assembly;

import org.plantdeck.bridge.windows.Measure;
import org.plantdeck.bridge.windows.Sample;

import java.util.List;

/**
 * Bottles filled, from a counter that starts again with every shift. What missing readings do not
 * tell is counted in the window in which the counter is next read. Threads: one.
 */
final class BottleCount {

    /** Stands for a counter that has not been read. */
    static final long NONE = -1;

    private long counter;

    BottleCount(long counter) {
        this.counter = counter;
    }

    /** Bottles filled since the readings before; a first reading tells nothing yet. */
    long advance(List<Sample> samples) {
        long bottles = 0;
        for (Sample sample : samples) {
            double number = sample.get(Measure.PRODUCTION_COUNT);
            if (!Double.isNaN(number)) {
                long read = (long) number;
                if (counter != NONE) {
                    bottles += read >= counter ? read - counter : read;
                }
                counter = read;
            }
        }
        return bottles;
    }

    /** Forgets the counter: it has jumped over a stretch that is not told. */
    void forget() {
        counter = NONE;
    }

    /** The counter as last read, or {@link #NONE}. */
    long counter() {
        return counter;
    }
}
