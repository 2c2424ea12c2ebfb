package org.plantdeck.app.energy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The energy of each hour of a day, from a meter that only counts up: it notes what the meter said
 * first in each hour. Readings may come in any order, from the history and live. Threads: any; one
 * lock guards all state.
 */
final class HourBook {

    /** A reading this long after the full hour says no more how the hour began. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int HOURS_KEPT = 75;

    private final ZoneId zone;
    private final NavigableMap<Instant, Mark> hours = new TreeMap<>();
    private final Map<LocalDate, Mark> days = new HashMap<>();
    private Optional<Mark> newest = Optional.empty();
    private String run = "";

    /** What the meter said, kWh. */
    private record Mark(Instant at, double total) {
        static Mark earlier(Mark one, Mark other) {
            return other.at.isBefore(one.at) ? other : one;
        }
    }

    /**
     * The energy of one hour; not-a-number where it is not known.
     *
     * @param hour of the clock at which it began, 0 to 23
     * @param todayKwh of this hour today, up to now
     * @param yesterdayKwh of the whole hour yesterday
     */
    record Hour(int hour, double todayKwh, double yesterdayKwh) {}

    /**
     * The energy of a day up to now.
     *
     * @param hours each hour of it
     * @param kwh of the day; not-a-number where nothing is known
     * @param since from when on it is known
     */
    record Day(List<Hour> hours, double kwh, Optional<Instant> since) {
        Day {
            hours = List.copyOf(hours);
        }

        /** Whether nothing is known of any hour. */
        boolean isEmpty() {
            return hours.stream()
                    .allMatch(it -> Double.isNaN(it.todayKwh()) && Double.isNaN(it.yesterdayKwh()));
        }
    }

    /**
     * @param zone whose hours and days they are
     */
    HourBook(ZoneId zone) {
        this.zone = zone;
    }

    /** Begins anew where another run of the plant speaks: its meter is another. */
    synchronized void begin(String its) {
        if (!run.equals(its)) {
            run = its;
            hours.clear();
            days.clear();
            newest = Optional.empty();
        }
    }

    /** Notes what the meter said; nothing where it is that of another run. */
    synchronized void add(String its, Instant at, double totalKwh) {
        if (!run.equals(its) || !Double.isFinite(totalKwh)) {
            return;
        }
        Mark mark = new Mark(at, totalKwh);
        ZonedDateTime time = at.atZone(zone);
        Instant hour = time.truncatedTo(ChronoUnit.HOURS).toInstant();
        if (!at.isAfter(hour.plus(TOLERANCE))) {
            hours.merge(hour, mark, Mark::earlier);
            while (hours.size() > HOURS_KEPT) {
                hours.pollFirstEntry();
            }
        }
        days.merge(time.toLocalDate(), mark, Mark::earlier);
        if (newest.isEmpty() || newest.get().at().isBefore(at)) {
            newest = Optional.of(mark);
            LocalDate oldest = time.toLocalDate().minusDays(1);
            days.keySet().removeIf(it -> it.isBefore(oldest));
        }
    }

    /** The day of the newest reading. */
    synchronized Day day() {
        if (newest.isEmpty()) {
            return new Day(List.of(), Double.NaN, Optional.empty());
        }
        Mark now = newest.get();
        LocalDate today = now.at().atZone(zone).toLocalDate();
        List<Instant> begins = begins(today, zone);
        List<Instant> before = begins(today.minusDays(1), zone);
        List<Hour> each = new ArrayList<>();
        for (int i = 0; i < begins.size() - 1; i++) {
            double yesterday =
                    i < before.size() - 1 ? between(before.get(i), before.get(i + 1)) : Double.NaN;
            each.add(
                    new Hour(
                            begins.get(i).atZone(zone).getHour(),
                            upTo(now, begins.get(i), begins.get(i + 1)),
                            yesterday));
        }
        Optional<Mark> first = Optional.ofNullable(days.get(today));
        return new Day(
                each,
                first.map(it -> now.total() - it.total()).orElse(Double.NaN),
                first.map(Mark::at));
    }

    private double upTo(Mark now, Instant from, Instant to) {
        Mark first = hours.get(from);
        boolean running = !now.at().isBefore(from) && now.at().isBefore(to);
        return running && first != null ? now.total() - first.total() : between(from, to);
    }

    private double between(Instant from, Instant to) {
        Mark first = hours.get(from);
        Mark last = hours.get(to);
        return first == null || last == null ? Double.NaN : last.total() - first.total();
    }

    /** When each hour of a day begins, and last when the next day does. */
    static List<Instant> begins(LocalDate day, ZoneId zone) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<Instant> begins = new ArrayList<>();
        for (Instant at = day.atStartOfDay(zone).toInstant();
                at.isBefore(end);
                at = at.plus(1, ChronoUnit.HOURS)) {
            begins.add(at);
        }
        begins.add(end);
        return begins;
    }
}
