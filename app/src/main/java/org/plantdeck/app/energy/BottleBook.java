package org.plantdeck.app.energy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Bottles of a day, from a counter that begins anew with each shift. Threads: any; one lock guards
 * all state.
 */
final class BottleBook {

    private final ZoneId zone;
    private String run = "";
    private Optional<Tally> live = Optional.empty();
    private List<Count> stored = List.of();

    /**
     * What the counter said.
     *
     * @param at when
     * @param shift of which shift
     * @param count bottles in this shift up to then
     */
    record Count(Instant at, String shift, long count) {

        /** Bottles from an earlier look on; what the end of a shift has missed is not in it. */
        long since(Count earlier) {
            boolean same = shift.equals(earlier.shift) && count >= earlier.count;
            return same ? count - earlier.count : count;
        }
    }

    /** Bottles between two looks. */
    private record Tally(Count first, Count last, long bottles) {
        Tally to(Count next) {
            return new Tally(first, next, bottles + next.since(last));
        }
    }

    /**
     * Bottles of a day up to now.
     *
     * @param bottles how many
     * @param since from when on they are known
     */
    record Day(long bottles, Instant since) {}

    /**
     * @param zone whose days they are
     */
    BottleBook(ZoneId zone) {
        this.zone = zone;
    }

    /** Begins anew where another run of the plant speaks. */
    synchronized void begin(String its) {
        if (!run.equals(its)) {
            run = its;
            live = Optional.empty();
            stored = List.of();
        }
    }

    /** Notes what the counter says now; a look older than the last one is left out. */
    synchronized void add(String its, Count now) {
        if (!run.equals(its) || (live.isPresent() && !live.get().last().at().isBefore(now.at()))) {
            return;
        }
        boolean sameDay = live.isPresent() && day(live.get().last().at()).equals(day(now.at()));
        live = Optional.of(sameDay ? live.get().to(now) : new Tally(now, now, 0));
    }

    /**
     * Notes what the counter said before anybody looked here.
     *
     * @param looks in their order, the last of each shift among them
     */
    synchronized void addBefore(String its, List<Count> looks) {
        if (run.equals(its)) {
            stored = List.copyOf(looks);
        }
    }

    /** What was stored of the day before the first live look. */
    private Optional<Tally> before(Tally now) {
        Instant since = now.first().at();
        Optional<Tally> tally = Optional.empty();
        for (Count look : stored) {
            if (look.at().isBefore(since) && day(look.at()).equals(day(since))) {
                tally = Optional.of(tally.map(it -> it.to(look)).orElse(new Tally(look, look, 0)));
            }
        }
        return tally;
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The day of the newest look; empty before the first. */
    synchronized Optional<Day> day() {
        return live.map(now ->
                before(now)
                        .map(it ->
                                new Day(
                                        it.to(now.first()).bottles() + now.bottles(),
                                        it.first().at()))
                        .orElseGet(() -> new Day(now.bottles(), now.first().at())));
    }

    /** Whether two days began at about the same time, so that one may be held against the other. */
    static boolean isSameStart(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(HourBook.TOLERANCE) <= 0;
    }
}
