package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.plcsim.physics.StateArchive;

/**
 * The counters of the line, each since the run began or since another moment.
 *
 * @param filled bottles out of the filler
 * @param inspected bottles past inspection
 * @param underfilled bottles rejected as underfilled
 * @param badCaps bottles rejected for their cap
 * @param badLabels bottles rejected for their label
 * @param cases cases packed
 */
record LineCounts(
        long filled, long inspected, long underfilled, long badCaps, long badLabels, long cases) {

    static final LineCounts ZERO = new LineCounts(0, 0, 0, 0, 0, 0);

    static LineCounts read(FieldBus field) {
        return new LineCounts(
                count(field, Sensor.BOTTLES_FILLED),
                count(field, Sensor.BOTTLES_INSPECTED),
                count(field, Sensor.REJECTS_UNDERFILLED),
                count(field, Sensor.REJECTS_CAP),
                count(field, Sensor.REJECTS_LABEL),
                count(field, Sensor.CASES_PACKED));
    }

    private static long count(FieldBus field, Sensor sensor) {
        return (long) Math.floor(field.read(sensor) + 0.5);
    }

    /** What has been counted since an earlier look at the same counters. */
    LineCounts since(LineCounts earlier) {
        return new LineCounts(
                filled - earlier.filled,
                inspected - earlier.inspected,
                underfilled - earlier.underfilled,
                badCaps - earlier.badCaps,
                badLabels - earlier.badLabels,
                cases - earlier.cases);
    }

    /** Bottles rejected for any reason. */
    long rejected() {
        return underfilled + badCaps + badLabels;
    }

    /** Bottles inspected and not rejected. */
    long good() {
        return Math.max(0, inspected - rejected());
    }

    LineCounts archived(StateArchive archive, String name) {
        return new LineCounts(
                archive.whole(name + ".filled", filled),
                archive.whole(name + ".inspected", inspected),
                archive.whole(name + ".underfilled", underfilled),
                archive.whole(name + ".caps", badCaps),
                archive.whole(name + ".labels", badLabels),
                archive.whole(name + ".cases", cases));
    }
}
