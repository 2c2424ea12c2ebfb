package org.plantdeck.signal;

/**
 * Where a value lies while the plant is sound and producing.
 *
 * @param low its lower end, in the unit of the tag
 * @param high its upper end
 */
public record NormalBand(double low, double high) {

    /** Whether a value lies in it, the ends included. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
