package org.plantdeck.app.records;

import org.plantdeck.app.words.Words;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much earlier something is compared with, as it is typed and as it is said. Threads: any. */
final class TrendShift {

    private static final Words WORDS = Words.of(TrendShift.class);
    private static final Pattern PART =
            Pattern.compile("\\s*(\\d{1,9}(?:[.,]\\d{1,3})?)\\s*(\\p{L}*)\\s*");
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final List<Unit> UNITS =
            List.of(
                    new Unit("d", Duration.ofDays(1)),
                    new Unit("h", Duration.ofHours(1)),
                    new Unit("min", Duration.ofMinutes(1)),
                    new Unit("s", Duration.ofSeconds(1)));

    private TrendShift() {}

    private record Unit(String word, Duration length) {}

    /** What was typed. */
    sealed interface Typed {

        /** So much earlier; nothing to compare with where it is empty. */
        record Sound(Optional<Duration> shift) implements Typed {}

        /** It means nothing. */
        record Wrong(String sentence) implements Typed {}
    }

    /** So much, with every part of it: "3 d 2 h 30 min". */
    static String text(Duration shift) {
        StringBuilder text = new StringBuilder();
        Duration rest = shift;
        for (Unit unit : UNITS) {
            long times = rest.dividedBy(unit.length());
            if (times > 0) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(times)
                        .append(' ')
                        .append(unit.word());
                rest = rest.minus(unit.length().multipliedBy(times));
            }
        }
        return text.toString();
    }

    /** Understands "2h 30m", "3d", "90 min", "1.5 h" and "2 w", with "earlier" behind it or not. */
    static Typed parse(String typed) {
        String end = WORDS.say("shift", "").strip();
        String stripped = typed.strip();
        String text =
                stripped.endsWith(end)
                        ? stripped.substring(0, stripped.length() - end.length())
                        : stripped;
        if (text.isBlank()) {
            return new Typed.Sound(Optional.empty());
        }
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int place = 0;
        while (place < text.length()) {
            if (!part.find(place) || part.start() != place) {
                return new Typed.Wrong(WORDS.say("shift.no-number", text.substring(place)));
            }
            Optional<Duration> unit = unit(part.group(2));
            if (unit.isEmpty()) {
                return new Typed.Wrong(
                        part.group(2).isEmpty()
                                ? WORDS.say("shift.no-unit", part.group(1))
                                : WORDS.say("shift.strange-unit", part.group(2)));
            }
            double times = Double.parseDouble(part.group(1).replace(',', '.'));
            sum = sum.plusSeconds(Math.round(times * unit.get().toSeconds()));
            place = part.end();
        }
        return checked(sum);
    }

    private static Typed checked(Duration sum) {
        if (!sum.isPositive()) {
            return new Typed.Wrong(WORDS.say("shift.nothing"));
        }
        return sum.compareTo(LONGEST) > 0
                ? new Typed.Wrong(WORDS.say("shift.too-long", LONGEST.toDays()))
                : new Typed.Sound(Optional.of(sum));
    }

    private static Optional<Duration> unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "s", "sec" -> Optional.of(Duration.ofSeconds(1));
            case "m", "min" -> Optional.of(Duration.ofMinutes(1));
            case "h" -> Optional.of(Duration.ofHours(1));
            case "d" -> Optional.of(Duration.ofDays(1));
            case "w" -> Optional.of(Duration.ofDays(7));
            default -> Optional.empty();
        };
    }
}
