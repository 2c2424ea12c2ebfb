package org.plantdeck.app.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as operators read them, in the time zone of this computer. Threads: any. */
public final class Times {

    private static final DateTimeFormatter DAY_AND_SECOND = of("EEE d MMM HH:mm:ss");
    private static final DateTimeFormatter DAY_AND_MINUTE = of("EEE d MMM HH:mm");
    private static final DateTimeFormatter SECOND = of("HH:mm:ss");
    private static final DateTimeFormatter MILLISECOND = of("HH:mm:ss.SSS");
    private static final DateTimeFormatter MINUTE = of("HH:mm");

    private static final DateTimeFormatter DAY = of("EEE d MMM");

    private Times() {}

    private static DateTimeFormatter of(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneId.systemDefault());
    }

    /** As in "Sat 21 Nov 10:00:07". */
    public static String dayAndSecond(Instant time) {
        return DAY_AND_SECOND.format(time);
    }

    /** As in "Sat 21 Nov 10:00". */
    public static String dayAndMinute(Instant time) {
        return DAY_AND_MINUTE.format(time);
    }

    /** As in "Sat 21 Nov". */
    public static String day(Instant time) {
        return DAY.format(time);
    }

    /** As in "10:00:07". */
    public static String second(Instant time) {
        return SECOND.format(time);
    }

    /** As in "10:00:07.250". */
    public static String millisecond(Instant time) {
        return MILLISECOND.format(time);
    }

    /** As in "10:00". */
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** How long something lasts, in its two largest units: "45 s", "12 min", "2 h 14 min". */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 48) {
            return minutes % 60 == 0 ? hours + " h" : hours + " h " + minutes % 60 + " min";
        }
        long days = hours / 24;
        return hours % 24 == 0 ? days + " d" : days + " d " + hours % 24 + " h";
    }

    /** How old something is: "12 s old". */
    public static String age(Duration age) {
        return span(age) + " old";
    }
}
