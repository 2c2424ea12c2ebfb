package org.plantdeck.plantruntime.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stretches of time: a number with its unit, such as {@code 10s}, {@code 1h30m} or {@code 7d}, or
 * ISO-8601, such as {@code PT10S}.
 *
 * @param low shortest allowed
 * @param high longest allowed
 */
record DurationKind(Duration low, Duration high) implements Kind<Duration> {

    private static final Pattern PART =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|min|[smhd])");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "ms", Duration.ofMillis(1),
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "min", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1));

    @Override
    public Optional<Duration> read(String text) {
        return parse(text.strip()).filter(it -> it.compareTo(low) >= 0 && it.compareTo(high) <= 0);
    }

    /** Reads a stretch of time of any length. */
    static Optional<Duration> parse(String text) {
        String lower = text.replace(" ", "").toLowerCase(Locale.ROOT);
        return lower.startsWith("p") ? iso(lower) : withUnits(lower);
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> withUnits(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!part.find(end) || part.start() != end) {
                return Optional.empty();
            }
            Duration unit = UNITS.getOrDefault(part.group(2), Duration.ZERO);
            long nanos =
                    new BigDecimal(part.group(1))
                            .multiply(BigDecimal.valueOf(unit.toMillis() * 1_000_000L))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValue();
            sum = sum.plusNanos(nanos);
            end = part.end();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    @Override
    public String write(Duration value) {
        return format(value);
    }

    /** The shortest way to write a stretch of whole milliseconds with one unit. */
    static String format(Duration value) {
        long millis = value.toMillis();
        if (millis == 0) {
            return "0s";
        }
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long size = UNITS.getOrDefault(unit, Duration.ZERO).toMillis();
            boolean fits = millis % size == 0 && !(unit.equals("d") && millis == size);
            if (fits) {
                return millis / size + unit;
            }
        }
        return millis + "ms";
    }

    @Override
    public String requirement() {
        return "a duration from " + format(low) + " to " + format(high);
    }

    @Override
    public String hint() {
        return ", written like 500ms, 10s, 5m, 24h or 7d";
    }
}
