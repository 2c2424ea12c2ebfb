package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.physics.ShiftMoment;
import org.plantdeck.plcsim.physics.StateArchive;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What this shift has come to: counts since its start from the counters in the field, planned busy
 * and actual production time, and where the rest went. A new shift begins a new page. Threads: one.
 */
final class ShiftBook {

    /** Planned run time of a bottle: the line is rated 120 a minute. */
    static final Duration PLANNED_RUN_TIME = Duration.ofMillis(500);

    private static final long NO_SHIFT = Long.MIN_VALUE;
    private static final double TICKS_A_MINUTE = 60 / PlantTime.TICK_SECONDS;

    private final Map<Loss, Long> lostTicks = new EnumMap<>(Loss.class);
    private LineCounts atStart = LineCounts.ZERO;
    private LineCounts inShift = LineCounts.ZERO;
    private long shiftStart = NO_SHIFT;
    private long busyTicks;
    private long productionTicks;

    /** One scan, with the counters since the run began. */
    void see(PlantTime time, ShiftMoment moment, LineCounts counts, LineMachine machine) {
        long start = moment.shiftStart().toEpochMilli();
        if (start != shiftStart) {
            boolean runBegins = time.tick() <= 1;
            atStart = runBegins ? LineCounts.ZERO : counts;
            shiftStart = start;
            busyTicks = 0;
            productionTicks = 0;
            lostTicks.clear();
        }
        inShift = counts.since(atStart);
        if (moment.phase().busy()) {
            busyTicks++;
            if (machine.state() == PackState.EXECUTE) {
                productionTicks++;
            } else {
                lostTicks.merge(machine.loss(), 1L, Long::sum);
            }
        }
    }

    void describe(Body body) {
        body.count("production_count", inShift.filled())
                .count("inspected_count", inShift.inspected())
                .count("good_count", inShift.good())
                .count("cases", inShift.cases())
                .count("rejects.underfilled", inShift.underfilled())
                .count("rejects.cap", inShift.badCaps())
                .count("rejects.label", inShift.badLabels());
        Oee oee =
                Oee.of(
                        PlantTime.TICK.multipliedBy(busyTicks),
                        PlantTime.TICK.multipliedBy(productionTicks),
                        PLANNED_RUN_TIME,
                        inShift.inspected(),
                        inShift.good());
        percent(body, "oee.availability", oee.availability());
        percent(body, "oee.performance", oee.performance());
        percent(body, "oee.quality", oee.quality());
        percent(body, "oee.oee", oee.oee());
        for (Loss loss : Loss.values()) {
            body.number(loss.key(), lostTicks.getOrDefault(loss, 0L) / TICKS_A_MINUTE);
        }
    }

    private static void percent(Body body, String key, double ratio) {
        if (Double.isNaN(ratio)) {
            body.absent(key);
        } else {
            body.number(key, 100 * ratio);
        }
    }

    void archive(StateArchive archive) {
        atStart = atStart.archived(archive, "shift.at_start");
        inShift = inShift.archived(archive, "shift.count");
        shiftStart = archive.whole("shift.start", shiftStart);
        busyTicks = archive.whole("shift.busy", busyTicks);
        productionTicks = archive.whole("shift.production", productionTicks);
        for (Loss loss : Loss.values()) {
            lostTicks.put(
                    loss, archive.whole("shift." + loss.key(), lostTicks.getOrDefault(loss, 0L)));
        }
    }
}
