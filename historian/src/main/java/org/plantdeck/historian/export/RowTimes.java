package org.plantdeck.historian.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * Times as an export writes them: ISO-8601 to the millisecond, in UTC with Z, or where a zone was
 * asked for in its time with its offset. Keeps what neighbours have in common, the minute and the
 * offset. Threads: one.
 */
final class RowTimes {

    /** The longest time there is, with a year of ten digits and an offset with seconds. */
    static final int LENGTH_MAX = 48;

    private static final long DAY_MILLIS = 86_400_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final ZoneId zone;
    private final boolean named;

    /** The offset, and from when to when it holds. */
    private long offsetFrom = Long.MAX_VALUE;

    private long offsetUntil = Long.MIN_VALUE;
    private long offsetMillis;
    private String suffix = "";

    /** The minute written last, as its first moment is written. */
    private final byte[] minute = new byte[LENGTH_MAX];

    private int length;
    private int secondAt;
    private long minuteFrom = Long.MAX_VALUE;
    private long minuteUntil = Long.MIN_VALUE;

    RowTimes(Optional<ZoneId> zone) {
        this.zone = zone.orElse(ZoneOffset.UTC);
        named = zone.isPresent() && !zone.get().normalized().equals(ZoneOffset.UTC);
    }

    /** Writes a time into an array that has room for it, and says where it ends. */
    int put(long epochMillis, byte[] to, int at) {
        if (epochMillis < minuteFrom || epochMillis >= minuteUntil) {
            compose(epochMillis);
        }
        System.arraycopy(minute, 0, to, at, length);
        int millis = (int) (epochMillis - minuteFrom);
        if (millis > 0) {
            int seconds = millis / 1_000;
            int thousandths = millis - 1_000 * seconds;
            int digits = at + secondAt;
            twoDigits(seconds, to, digits);
            to[digits + 3] = (byte) ('0' + thousandths / 100);
            twoDigits(thousandths % 100, to, digits + 4);
        }
        return at + length;
    }

    /** Writes down the minute of a time, as its first moment, and from when to when it lasts. */
    private void compose(long epochMillis) {
        long local = local(epochMillis);
        long day = Math.floorDiv(local, DAY_MILLIS);
        int minutes = (int) ((local - day * DAY_MILLIS) / MINUTE_MILLIS);
        int end = ascii(LocalDate.ofEpochDay(day) + "T", minute, 0);
        end = twoDigits(minutes / 60, minute, end);
        minute[end++] = ':';
        end = twoDigits(minutes % 60, minute, end);
        secondAt = end + 1;
        end = ascii(":00.000", minute, end);
        length = ascii(suffix, minute, end);
        minuteFrom = local - Math.floorMod(local, MINUTE_MILLIS) - offsetMillis;
        minuteUntil = Math.min(minuteFrom + MINUTE_MILLIS, offsetUntil);
    }

    /** The same as a text. */
    String text(long epochMillis) {
        byte[] bytes = new byte[LENGTH_MAX];
        return new String(bytes, 0, put(epochMillis, bytes, 0), StandardCharsets.US_ASCII);
    }

    /** What a clock in the zone shows, in milliseconds since it showed the epoch. */
    long local(long epochMillis) {
        if (epochMillis < offsetFrom || epochMillis >= offsetUntil) {
            findOffset(epochMillis);
        }
        return epochMillis + offsetMillis;
    }

    /** The zone that times are in, for a heading. */
    String zoneName() {
        return named ? zone.getId() : "UTC";
    }

    private void findOffset(long epochMillis) {
        Instant time = Instant.ofEpochMilli(epochMillis);
        ZoneOffset offset = zone.getRules().getOffset(time);
        ZoneOffsetTransition next = zone.getRules().nextTransition(time);
        offsetFrom = epochMillis;
        offsetUntil = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
        offsetMillis = offset.getTotalSeconds() * 1_000L;
        suffix = offset.equals(ZoneOffset.UTC) ? (named ? "+00:00" : "Z") : offset.getId();
    }

    private static int ascii(String text, byte[] to, int at) {
        for (int i = 0; i < text.length(); i++) {
            to[at + i] = (byte) text.charAt(i);
        }
        return at + text.length();
    }

    private static int twoDigits(int number, byte[] to, int at) {
        to[at] = (byte) ('0' + number / 10);
        to[at + 1] = (byte) ('0' + number % 10);
        return at + 2;
    }
}
