package org.plantdeck.historian.imports;

import org.plantdeck.signal.PartFailure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Times as they stand in the cells of one file. What is below a millisecond is cut off. A clock
 * that was turned back shows some times twice: the first is meant until the file's times would go
 * back. Threads: one.
 */
final class CellTimes {

    private static final long EARLIEST_MS = -62_167_219_200_000L;
    private static final long LATEST_MS = 253_402_300_799_999L;

    /** What an epoch counts, by how large its numbers of this century are. */
    private static final Map<String, BigDecimal> EPOCHS = new LinkedHashMap<>();

    static {
        EPOCHS.put("epoch-s", BigDecimal.valueOf(1_000));
        EPOCHS.put("epoch-ms", BigDecimal.ONE);
        EPOCHS.put("epoch-us", new BigDecimal("0.001"));
        EPOCHS.put("epoch-ns", new BigDecimal("0.000001"));
    }

    private static final String ISO = "iso";

    /** Cells that are looked at to find out a format. */
    private static final int LOOKED_AT = 50;

    /** What is tried where a time is neither of ISO nor of an epoch. */
    private static final List<String> PATTERNS = new ArrayList<>();

    static {
        for (String date : List.of("d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "yyyy/M/d", "d-M-yyyy")) {
            for (String time : List.of("", " H:mm", " H:mm:ss", " H:mm:ss.SSS", " H:mm:ss,SSS")) {
                PATTERNS.add(date + time);
            }
            PATTERNS.add(date + " h:mm a");
            PATTERNS.add(date + " h:mm:ss a");
        }
    }

    private final String format;
    private final ZoneId zone;
    private final Optional<DateTimeFormatter> pattern;
    private final IsoText iso = new IsoText();
    private long lastMs = Long.MIN_VALUE;
    private long timeMs;
    private String fault = "";

    /** Whether no clock showed it, though it is written as a time. */
    private boolean isSkipped;

    private CellTimes(String format, Optional<DateTimeFormatter> pattern, ZoneId zone) {
        this.format = format;
        this.pattern = pattern;
        this.zone = zone;
    }

    /**
     * Those of a format that is named.
     *
     * @param format iso, epoch-s, epoch-ms, epoch-us, epoch-ns or a pattern such as {@code
     *     dd.MM.yyyy HH:mm:ss}
     * @param zone whose clock showed times that say no offset
     * @throws PartFailure where it is none
     */
    static CellTimes named(String format, ZoneId zone) {
        if (format.equals(ISO) || EPOCHS.containsKey(format)) {
            return new CellTimes(format, Optional.empty(), zone);
        }
        try {
            return new CellTimes(format, Optional.of(formatter(format)), zone);
        } catch (IllegalArgumentException e) {
            throw new PartFailure(
                    format
                            + " is no format of times ("
                            + e.getMessage()
                            + "); name iso, epoch-s, epoch-ms, epoch-us, epoch-ns or a pattern such"
                            + " as dd.MM.yyyy HH:mm:ss",
                    e);
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        for (ChronoField field :
                List.of(
                        ChronoField.HOUR_OF_DAY,
                        ChronoField.MINUTE_OF_HOUR,
                        ChronoField.SECOND_OF_MINUTE,
                        ChronoField.NANO_OF_SECOND)) {
            if (!pattern.contains("h") && !pattern.contains("A") && !pattern.contains("N")) {
                builder.parseDefaulting(field, 0);
            }
        }
        return builder.parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.SMART);
    }

    /**
     * Those of some first cells.
     *
     * @throws PartFailure where no format fits most of them, or several fit as many
     */
    static CellTimes guessed(List<String> all, ZoneId zone) {
        List<String> cells = new ArrayList<>();
        int step = 1 + all.size() / LOOKED_AT;
        for (int i = 0; i < all.size(); i += step) {
            cells.add(all.get(i));
        }
        List<String> formats = new ArrayList<>(List.of(ISO, epoch(cells)));
        if (named(formats.get(0), zone).fitting(cells) == 0
                && named(formats.get(1), zone).fitting(cells) == 0) {
            formats = PATTERNS;
        }
        List<String> best = new ArrayList<>();
        int most = cells.size() / 2;
        for (String format : formats) {
            int fitting = named(format, zone).fitting(cells);
            if (fitting > most) {
                best.clear();
            }
            if (fitting > 0 && fitting >= most) {
                best.add(format);
                most = fitting;
            }
        }
        String example = cells.isEmpty() ? "" : cells.getFirst();
        if (best.isEmpty()) {
            throw new PartFailure(
                    "\""
                            + example
                            + "\" is no time in a format that is known; name it with"
                            + " --time-format, such as \"dd.MM.yyyy HH:mm:ss\", or the column with"
                            + " --time");
        }
        if (best.size() > 1) {
            throw new PartFailure(
                    "\""
                            + example
                            + "\" may be "
                            + String.join(" or ", best)
                            + "; say which with --time-format");
        }
        return named(best.getFirst(), zone);
    }

    private static String epoch(List<String> cells) {
        char[] first = (cells.isEmpty() ? "" : cells.getFirst()).toCharArray();
        double size = Math.abs(CellNumber.read(first, 0, first.length, '.').asDouble());
        return size < 1e11
                ? "epoch-s"
                : size < 1e14 ? "epoch-ms" : size < 1e17 ? "epoch-us" : "epoch-ns";
    }

    /** How many of some cells are such times. */
    private int fitting(List<String> cells) {
        int fitting = 0;
        for (String cell : cells) {
            fitting += read(cell.toCharArray(), 0, cell.length()) || isSkipped ? 1 : 0;
        }
        return fitting;
    }

    /** What its times look like, for a person. */
    String words() {
        return format.equals(ISO) ? "ISO 8601" : format;
    }

    /** Whose clock it is where a time says no offset. */
    ZoneId zone() {
        return zone;
    }

    /**
     * Reads a time.
     *
     * @return whether it is one; else {@link #fault()} says why not
     */
    boolean read(char[] chars, int from, int to) {
        fault = "";
        isSkipped = false;
        boolean isTime =
                pattern.isPresent()
                        ? byPattern(new String(chars, from, to - from))
                        : format.equals(ISO)
                                ? byIso(chars, from, to)
                                : byEpoch(new String(chars, from, to - from));
        if (isTime && (timeMs < EARLIEST_MS || timeMs > LATEST_MS)) {
            fault = "is outside the years 0 to 9999";
        } else if (!isTime && fault.isEmpty()) {
            fault = "is no time (" + words() + ")";
        }
        if (!fault.isEmpty()) {
            fault = "\"" + new String(chars, from, to - from) + "\" " + fault;
            return false;
        }
        lastMs = timeMs;
        return true;
    }

    private boolean byIso(char[] chars, int from, int to) {
        if (!iso.read(chars, from, to)) {
            return false;
        }
        if (iso.hasOffset()) {
            timeMs = iso.localMs() - iso.offsetMs();
            return true;
        }
        return ofClock(iso.localMs());
    }

    private boolean byEpoch(String text) {
        try {
            BigDecimal unit = EPOCHS.getOrDefault(format, BigDecimal.ONE);
            BigDecimal ms = new BigDecimal(text.replace(',', '.')).multiply(unit);
            timeMs = ms.abs().doubleValue() > LATEST_MS ? Long.MAX_VALUE : floor(ms);
            return true;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static long floor(BigDecimal ms) {
        return ms.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private boolean byPattern(String text) {
        try {
            var parsed = pattern.orElseThrow().parse(text);
            if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
                timeMs =
                        parsed.getLong(ChronoField.INSTANT_SECONDS) * 1_000
                                + parsed.get(ChronoField.MILLI_OF_SECOND);
                return true;
            }
            return ofClock(LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC).toEpochMilli());
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** When the clock in the zone showed this. */
    private boolean ofClock(long localMs) {
        if (zone.equals(ZoneOffset.UTC)) {
            timeMs = localMs;
            return true;
        }
        LocalDateTime shown =
                LocalDateTime.ofEpochSecond(Math.floorDiv(localMs, 1_000), 0, ZoneOffset.UTC);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        if (offsets.isEmpty()) {
            isSkipped = true;
            fault = "was shown by no clock in " + zone + ", where they were turned forward then";
            return false;
        }
        timeMs = localMs - offsets.getFirst().getTotalSeconds() * 1_000L;
        if (timeMs < lastMs && offsets.size() > 1) {
            timeMs = localMs - offsets.getLast().getTotalSeconds() * 1_000L;
        }
        return true;
    }

    /** The time that was read, in milliseconds since 1970. */
    long timeMs() {
        return timeMs;
    }

    /** Why a cell is no time. */
    String fault() {
        return fault;
    }
}
