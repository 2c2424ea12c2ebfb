package org.plantdeck.plcsim.plc;

import java.time.Duration;

/**
 * Overall equipment effectiveness by ISO 22400-2, each as a ratio; not-a-number where it is one of
 * nothing. The standard's effectiveness is called performance here. Above 1 it means that the
 * planned run time of an item is wrong, which is to be seen: it is not capped.
 *
 * @param availability actual production time of planned busy time
 * @param performance planned run time of what was produced, of actual production time
 * @param quality good of produced quantity
 * @param oee the product of the three
 */
record Oee(double availability, double performance, double quality, double oee) {

    /**
     * Computes the four.
     *
     * @param plannedBusy planned busy time (PBT)
     * @param production actual production time (APT)
     * @param perItem planned run time of an item (PRI)
     * @param produced produced quantity (PQ)
     * @param good good quantity (GQ)
     */
    static Oee of(
            Duration plannedBusy, Duration production, Duration perItem, long produced, long good) {
        double busySeconds = plannedBusy.toMillis() / 1000.0;
        double productionSeconds = production.toMillis() / 1000.0;
        double itemSeconds = perItem.toNanos() / 1e9;
        return new Oee(
                ratio(productionSeconds, busySeconds),
                ratio(itemSeconds * (double) produced, productionSeconds),
                ratio((double) good, (double) produced),
                ratio(itemSeconds * (double) good, busySeconds));
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }
}
