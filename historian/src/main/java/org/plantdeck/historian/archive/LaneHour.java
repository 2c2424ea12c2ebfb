package org.plantdeck.historian.archive;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * One hour (of UTC) of one lane: what a chunk of a tag covers.
 *
 * @param lane its number
 * @param hour hours since 1970, negative before
 */
record LaneHour(int lane, long hour) {

    static final long HOUR_MS = 3_600_000;
    static final int MINUTES = 60;
    static final long MINUTE_MS = 60_000;
    private static final int HOURS_A_DAY = 24;
    private static final int HOUR_OF_DAY_BITS = 5;
    private static final int LANE_BITS = 22;
    private static final int HOUR_OF_MONTH_BITS = 10;

    /** The largest number of a lane. */
    static final int LANE_MAX = (1 << LANE_BITS) - 1;

    /** The largest number of a tag. */
    static final int TAG_MAX = (1 << 30) - 1;

    static LaneHour of(int lane, long timeMs) {
        return new LaneHour(lane, Math.floorDiv(timeMs, HOUR_MS));
    }

    long beginMs() {
        return hour * HOUR_MS;
    }

    long endMs() {
        return beginMs() + HOUR_MS;
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(Math.floorDiv(hour, HOURS_A_DAY));
    }

    YearMonth month() {
        return YearMonth.from(day());
    }

    private int hourOfDay() {
        return (int) Math.floorMod(hour, (long) HOURS_A_DAY);
    }

    /** Under which number the day's file has the instants. */
    long stampsKey() {
        return (long) lane << HOUR_OF_DAY_BITS | hourOfDay();
    }

    /** Under which number the day's file has a tag's chunk; the hours of a tag are neighbours. */
    long chunkKey(int tag) {
        return (long) tag << (LANE_BITS + HOUR_OF_DAY_BITS) | stampsKey();
    }

    /** The key of the instants that a chunk's key goes with. */
    static long stampsKeyOf(long chunkKey) {
        return chunkKey & (1L << (LANE_BITS + HOUR_OF_DAY_BITS)) - 1;
    }

    /** Under which number the month's file has a tag's minutes. */
    long minutesKey(int tag) {
        long first = month().atDay(1).toEpochDay() * HOURS_A_DAY;
        return ((long) tag << LANE_BITS | lane) << HOUR_OF_MONTH_BITS | (hour - first);
    }

    /** The hour of the same lane that a key of the day's file is of. */
    static long hour(LocalDate day, long key) {
        return day.toEpochDay() * HOURS_A_DAY + (key & (1 << HOUR_OF_DAY_BITS) - 1);
    }

    /** The hour of the same lane that a key of the month's file is of. */
    static long hour(YearMonth month, long key) {
        return month.atDay(1).toEpochDay() * HOURS_A_DAY + (key & (1 << HOUR_OF_MONTH_BITS) - 1);
    }

    static LocalDate dayOf(long timeMs) {
        return LocalDate.ofEpochDay(Math.floorDiv(timeMs, HOURS_A_DAY * HOUR_MS));
    }

    /** When the day begins that is so many days later. */
    static long beginMs(LocalDate day, int later) {
        return beginMs(day.plusDays(later));
    }

    static long beginMs(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
