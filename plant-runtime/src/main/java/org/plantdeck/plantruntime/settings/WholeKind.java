package org.plantdeck.plantruntime.settings;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Whole numbers of a range.
 *
 * @param low smallest allowed
 * @param high largest allowed
 * @param noun what the number is, with its article
 * @param box from the number to the value
 * @param unbox and back
 */
record WholeKind<T>(long low, long high, String noun, LongFunction<T> box, ToLongFunction<T> unbox)
        implements Kind<T> {

    @Override
    public Optional<T> read(String text) {
        try {
            long number = Long.parseLong(text.strip().replace("_", ""));
            return number < low || number > high
                    ? Optional.empty()
                    : Optional.of(box.apply(number));
        } catch (NumberFormatException notWhole) {
            return Optional.empty();
        }
    }

    @Override
    public String write(T value) {
        return Long.toString(unbox.applyAsLong(value));
    }

    @Override
    public String requirement() {
        if (low == Long.MIN_VALUE) {
            return noun;
        }
        return high >= Integer.MAX_VALUE
                ? noun + " of at least " + low
                : noun + " from " + low + " to " + high;
    }
}
