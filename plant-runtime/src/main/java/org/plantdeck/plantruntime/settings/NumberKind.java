package org.plantdeck.plantruntime.settings;

import java.util.Optional;

/**
 * Finite numbers of a range.
 *
 * @param low smallest allowed
 * @param high largest allowed
 */
record NumberKind(double low, double high) implements Kind<Double> {

    @Override
    public Optional<Double> read(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return number >= low && number <= high ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notNumber) {
            return Optional.empty();
        }
    }

    @Override
    public String write(Double value) {
        return plain(value);
    }

    @Override
    public String requirement() {
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
            return "a number";
        }
        if (Double.isInfinite(high)) {
            return "a number of at least " + plain(low);
        }
        return "a number from " + plain(low) + " to " + plain(high);
    }

    private static String plain(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
