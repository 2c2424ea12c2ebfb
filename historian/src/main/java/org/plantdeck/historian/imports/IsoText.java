package org.plantdeck.historian.imports;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads an ISO 8601 time: date, T or a space, hours and minutes, with seconds, a fraction and an
 * offset or without. Keeps the last date. Threads: one.
 */
final class IsoText {

    private static final int DATE_LENGTH = 10;
    private static final long DAY_MS = 86_400_000;

    private char[] chars = new char[0];
    private int at;
    private int end;
    private long dateKey = -1;
    private long dateMs;

    private long localMs;
    private boolean hasOffset;
    private long offsetMs;

    /**
     * Reads one.
     *
     * @return whether it is one; what it says is then in {@link #localMs} and {@link #offsetMs}
     */
    boolean read(char[] from, int begin, int to) {
        chars = from;
        at = begin;
        end = to;
        hasOffset = false;
        offsetMs = 0;
        if (!date()) {
            return false;
        }
        if (at == end) {
            return true; // midnight
        }
        char between = chars[at++];
        return (between == 'T' || between == ' ' || between == 't') && time() && offset();
    }

    private boolean date() {
        if (end - at < DATE_LENGTH) {
            return false;
        }
        int year = number(4);
        boolean first = take('-');
        int month = number(2);
        boolean second = take('-');
        int day = number(2);
        if (year < 0 || !first || month < 0 || !second || day < 0) {
            return false;
        }
        long key = (year * 100L + month) * 100 + day;
        if (key != dateKey) {
            try {
                dateMs = LocalDate.of(year, month, day).toEpochDay() * DAY_MS;
            } catch (DateTimeException none) {
                return false;
            }
            dateKey = key;
        }
        localMs = dateMs;
        return true;
    }

    private boolean time() {
        int hour = number(2);
        if (hour < 0 || hour > 23 || !take(':')) {
            return false;
        }
        int minute = number(2);
        if (minute < 0 || minute > 59) {
            return false;
        }
        int second = take(':') ? number(2) : 0;
        if (second < 0 || second > 59) {
            return false;
        }
        localMs += ((hour * 60L + minute) * 60 + second) * 1_000;
        return at == end || (chars[at] != '.' && chars[at] != ',') || fraction();
    }

    private boolean fraction() {
        int first = ++at;
        int weight = 100;
        while (at < end && chars[at] >= '0' && chars[at] <= '9') {
            localMs += (long) weight * (chars[at] - '0');
            weight /= 10;
            at++;
        }
        return at > first;
    }

    private boolean offset() {
        while (at < end && chars[at] == ' ') {
            at++;
        }
        if (at == end) {
            return true;
        }
        hasOffset = true;
        char sign = chars[at++];
        if (sign == 'Z' || sign == 'z') {
            return at == end;
        }
        if (sign != '+' && sign != '-') {
            return false;
        }
        int hours = number(2);
        take(':');
        int minutes = at < end ? number(2) : 0;
        int seconds = at < end && take(':') ? number(2) : 0;
        if (at != end || hours < 0 || hours > 18 || minutes < 0 || seconds < 0) {
            return false;
        }
        long size = ((hours * 60L + minutes) * 60 + seconds) * 1_000;
        offsetMs = sign == '-' ? -size : size;
        return true;
    }

    private boolean take(char wanted) {
        if (at < end && chars[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** So many digits as a number; below zero where there are not so many. */
    private int number(int digits) {
        if (end - at < digits) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = chars[at++] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** What the clock showed, in milliseconds since it showed 1970. */
    long localMs() {
        return localMs;
    }

    /** Whether it says its distance from UTC. */
    boolean hasOffset() {
        return hasOffset;
    }

    /** Its distance from UTC, milliseconds. */
    long offsetMs() {
        return offsetMs;
    }
}
