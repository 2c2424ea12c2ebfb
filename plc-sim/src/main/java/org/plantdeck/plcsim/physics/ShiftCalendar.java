package org.plantdeck.plcsim.physics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the hall works: shift A from 06 to 14, B from 14 to 22, cleaning at night, the same every
 * day. The calendar is anchored so that a run starts ten minutes into shift A whatever the wall
 * clock says, and a first start finds a plant at work. Threads: any.
 */
public final class ShiftCalendar {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long RUN_START_IN_DAY = 10 * MINUTE;
    private static final long SHIFT_A_HOUR = 6;

    /** A stretch of the day; minutes count from the start of shift A. */
    private record Stretch(long from, long to, String shift, ShiftPhase phase, int people) {}

    private static final List<Stretch> DAY_PLAN =
            List.of(
                    stretch("06:00", "08:00", "A", ShiftPhase.PRODUCTION, 14),
                    stretch("08:00", "08:15", "A", ShiftPhase.BREAK, 5),
                    stretch("08:15", "10:00", "A", ShiftPhase.PRODUCTION, 14),
                    stretch("10:00", "10:20", "A", ShiftPhase.CHANGEOVER, 14),
                    stretch("10:20", "11:30", "A", ShiftPhase.PRODUCTION, 14),
                    stretch("11:30", "12:00", "A", ShiftPhase.BREAK, 4),
                    stretch("12:00", "14:00", "A", ShiftPhase.PRODUCTION, 14),
                    stretch("14:00", "16:00", "B", ShiftPhase.PRODUCTION, 14),
                    stretch("16:00", "16:15", "B", ShiftPhase.BREAK, 5),
                    stretch("16:15", "18:00", "B", ShiftPhase.PRODUCTION, 14),
                    stretch("18:00", "18:20", "B", ShiftPhase.CHANGEOVER, 14),
                    stretch("18:20", "19:30", "B", ShiftPhase.PRODUCTION, 14),
                    stretch("19:30", "20:00", "B", ShiftPhase.BREAK, 4),
                    stretch("20:00", "22:00", "B", ShiftPhase.PRODUCTION, 14),
                    stretch("22:00", "05:30", "cleaning", ShiftPhase.CLEANING, 4),
                    stretch("05:30", "06:00", "cleaning", ShiftPhase.IDLE, 2));

    private final long runStart;

    /**
     * Anchors the calendar.
     *
     * @param runStart simulated time at which the run began, 06:10 by this calendar
     */
    public ShiftCalendar(Instant runStart) {
        this.runStart = runStart.toEpochMilli();
    }

    private static Stretch stretch(
            String from, String to, String shift, ShiftPhase phase, int people) {
        long begins = sinceShiftA(from);
        long ends = sinceShiftA(to);
        return new Stretch(begins, ends > begins ? ends : DAY, shift, phase, people);
    }

    private static long sinceShiftA(String clock) {
        long hour = Long.parseLong(clock.substring(0, 2));
        long minute = Long.parseLong(clock.substring(3));
        return Math.floorMod((hour - SHIFT_A_HOUR) * 60 + minute, 24 * 60) * MINUTE;
    }

    /** What is planned at an instant, before the start of the run too. */
    public ShiftMoment at(Instant now) {
        long elapsed = now.toEpochMilli() - runStart + RUN_START_IN_DAY;
        long sinceShiftA = Math.floorMod(elapsed, DAY);
        long dayStart = now.toEpochMilli() - sinceShiftA;
        Stretch present = stretchAt(sinceShiftA);
        long counted = Math.floorDiv(elapsed, DAY) == 0 ? RUN_START_IN_DAY : 0;
        return momentOf(present, dayStart, sinceShiftA, counted);
    }

    private static ShiftMoment momentOf(
            Stretch present, long dayStart, long sinceShiftA, long counted) {
        long shiftStart = DAY;
        long shiftEnd = 0;
        long busy = 0;
        long production = 0;
        long wholeProduction = 0;
        long changeover = -1;
        for (Stretch it : DAY_PLAN) {
            if (!it.shift.equals(present.shift)) {
                continue;
            }
            shiftStart = Math.min(shiftStart, it.from);
            shiftEnd = Math.max(shiftEnd, it.to);
            long whole = Math.max(0, it.to - Math.max(it.from, counted));
            long sofar = Math.max(0, Math.min(it.to, sinceShiftA) - Math.max(it.from, counted));
            busy += it.phase.busy() ? sofar : 0;
            if (it.phase == ShiftPhase.PRODUCTION) {
                production += sofar;
                wholeProduction += whole;
            }
            if (it.phase == ShiftPhase.CHANGEOVER && it.from > sinceShiftA && changeover < 0) {
                changeover = it.from;
            }
        }
        return new ShiftMoment(
                present.shift,
                present.phase,
                Instant.ofEpochMilli(dayStart + shiftStart),
                Instant.ofEpochMilli(dayStart + shiftEnd),
                Duration.ofMillis(busy),
                Duration.ofMillis(production),
                Duration.ofMillis(wholeProduction),
                changeover < 0
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(dayStart + changeover)),
                present.people);
    }

    private static Stretch stretchAt(long sinceShiftA) {
        for (Stretch it : DAY_PLAN) {
            if (sinceShiftA < it.to) {
                return it;
            }
        }
        throw new IllegalStateException("the plan covers the whole day");
    }

    /** Hours since midnight by the calendar's clock, 0 to 24, for what follows the sun. */
    double hourOfDay(Instant now) {
        long elapsed = now.toEpochMilli() - runStart + RUN_START_IN_DAY;
        long sinceMidnight = Math.floorMod(elapsed + SHIFT_A_HOUR * 60 * MINUTE, DAY);
        return sinceMidnight / (60.0 * MINUTE);
    }

    /** What is planned, without the times of the shift. */
    ShiftPhase phaseAt(Instant now) {
        return presentAt(now).phase;
    }

    /** How many people the plan has on the floor. */
    int peopleAt(Instant now) {
        return presentAt(now).people;
    }

    private Stretch presentAt(Instant now) {
        return stretchAt(Math.floorMod(now.toEpochMilli() - runStart + RUN_START_IN_DAY, DAY));
    }
}
