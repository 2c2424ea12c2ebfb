package org.plantdeck.historian.archive;

/**
 * From when to when something reaches, in milliseconds since 1970.
 *
 * @param firstMs the earliest instant of it
 * @param lastMs the latest one; before the first where there is nothing
 */
public record Extent(long firstMs, long lastMs) {

    static final Extent NOTHING = new Extent(Long.MAX_VALUE, Long.MIN_VALUE);

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return lastMs < firstMs;
    }

    Extent since(long beginMs) {
        return lastMs < beginMs ? NOTHING : new Extent(Math.max(firstMs, beginMs), lastMs);
    }

    Extent and(long first, long last) {
        return new Extent(Math.min(firstMs, first), Math.max(lastMs, last));
    }

    Extent and(Extent other) {
        return and(other.firstMs, other.lastMs);
    }
}
