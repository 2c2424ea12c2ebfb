package org.plantdeck.historian.archive;

/**
 * Which samples are asked for.
 *
 * @param tag its number
 * @param lane of the tag's group
 * @param fromMs from this millisecond since 1970 on
 * @param toMs to before this one
 */
public record SampleRange(int tag, int lane, long fromMs, long toMs) {

    boolean isEmpty() {
        return fromMs >= toMs;
    }

    LaneHour firstHour() {
        return LaneHour.of(lane, fromMs);
    }

    LaneHour lastHour() {
        return LaneHour.of(lane, toMs - 1);
    }

    /** What is left of it between two instants. */
    SampleRange between(long beginMs, long endMs) {
        return new SampleRange(tag, lane, Math.max(fromMs, beginMs), Math.min(toMs, endMs));
    }
}
