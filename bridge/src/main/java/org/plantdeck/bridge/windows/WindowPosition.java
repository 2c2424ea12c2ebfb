package org.plantdeck.bridge.windows;

/**
 * The next window a run is to close.
 *
 * @param startMillis its start in milliseconds since 1970; {@link #NONE} before the first
 * @param sequence its number, from 1
 */
public record WindowPosition(long startMillis, long sequence) {

    /** Stands for a start that is not known yet. */
    public static final long NONE = Long.MIN_VALUE;

    /** Where every run begins. */
    public static final WindowPosition FIRST = new WindowPosition(NONE, 1);

    boolean isAfter(long windowStartMillis) {
        return startMillis != NONE && windowStartMillis < startMillis;
    }
}
