package org.plantdeck.plcsim.plc;

import org.plantdeck.signal.Leaves;

import java.util.List;

/** Keeps account of what the topic of the line says of its shifts. */
final class ShiftLedger {

    private static final List<String> LOSSES =
            List.of("changeover", "cap_feeder", "starved", "breakdown", "operator", "other");
    private static final List<String> REASONS = List.of("underfilled", "cap", "label");

    /** Share of planned time from which on a rounded availability is known well enough, %. */
    private static final double WELL_UNDER_WAY = 50;

    private static final double LONG_ENOUGH_MINUTES = 120;

    private String shift = "";
    private int shifts;
    private long falls;
    private long countErrors;
    private long oeeSeen;
    private double last;
    private double most;
    private double busyMinutes;
    private double worstOee;
    private double worstQuality;
    private double worstTime;

    void take(Leaves body) {
        double count = number(body, "production_count");
        if (!body.text("shift.name").equals(shift)) {
            shift = body.text("shift.name");
            shifts++;
            busyMinutes = 0;
        } else if (count < last) {
            falls++;
        }
        last = count;
        most = Math.max(most, count);
        if (List.of("production", "changeover").contains(body.text("shift.phase"))) {
            busyMinutes += PublishedWeekTest.INTERVAL.toSeconds() / 60.0;
        }
        countBottles(body);
        rate(body);
    }

    private void countBottles(Leaves body) {
        double rejected =
                REASONS.stream().mapToDouble(reason -> number(body, "rejects." + reason)).sum();
        if (number(body, "inspected_count") - rejected != number(body, "good_count")) {
            countErrors++;
        }
    }

    private void rate(Leaves body) {
        double availability = number(body, "oee.availability");
        double quality = number(body, "oee.quality");
        if (!(availability >= WELL_UNDER_WAY && quality > 0)) {
            return;
        }
        oeeSeen++;
        double product = availability * number(body, "oee.performance") * quality / 10_000;
        worstOee = Math.max(worstOee, Math.abs(product - number(body, "oee.oee")));
        double good = 100 * number(body, "good_count") / number(body, "inspected_count");
        worstQuality = Math.max(worstQuality, Math.abs(good - quality));
        if (busyMinutes > LONG_ENOUGH_MINUTES) {
            double lost =
                    LOSSES.stream().mapToDouble(loss -> number(body, "lost_minutes." + loss)).sum();
            double produced = 100 * (1 - lost / busyMinutes);
            worstTime = Math.max(worstTime, Math.abs(produced - availability));
        }
    }

    private static double number(Leaves body, String key) {
        return body.get(key).asDouble();
    }

    int shifts() {
        return shifts;
    }

    /** How often the count was less than a reading before, within a shift. */
    long falls() {
        return falls;
    }

    /** The most bottles of a shift. */
    long mostInAShift() {
        return (long) most;
    }

    /** How often good was not inspected less rejected. */
    long countErrors() {
        return countErrors;
    }

    /** Readings whose effectiveness was checked. */
    long oeeSeen() {
        return oeeSeen;
    }

    /** Largest error of OEE = A · P · Q, percent points. */
    double worstOeeErrorPercent() {
        return worstOee;
    }

    /** Largest error of quality = good of inspected, percent points. */
    double worstQualityErrorPercent() {
        return worstQuality;
    }

    /** Largest error of availability = busy time less lost time, percent points. */
    double worstTimeErrorPercent() {
        return worstTime;
    }
}
