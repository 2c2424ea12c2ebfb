package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.StateArchive;

/**
 * The word for the grid, by the limits EN 50160 is quoted with: an interruption is less than 5 % of
 * the nominal voltage, a disturbance anything outside ± 10 %, outside 49.5 to 50.5 Hz, or more than
 * 2 % unbalance. A word that is left stays for a few seconds, so that a dip shorter than the
 * publish interval is seen. Threads: one.
 */
final class GridWatch {

    static final double NOMINAL_VOLTAGE = 400;
    private static final double UNBALANCE_LIMIT = 2;
    private static final long HOLD_TICKS = 50;

    private enum Grid {
        NORMAL,
        DISTURBED,
        OUTAGE
    }

    private Grid shown = Grid.NORMAL;
    private long quietTicks;

    void see(Metering meter) {
        Grid now = judge(meter);
        if (now.compareTo(shown) >= 0) {
            shown = now;
            quietTicks = 0;
        } else if (++quietTicks >= HOLD_TICKS) {
            shown = now;
            quietTicks = 0;
        }
    }

    private static Grid judge(Metering meter) {
        double lowest = Math.min(meter.voltageL1(), Math.min(meter.voltageL2(), meter.voltageL3()));
        double highest =
                Math.max(meter.voltageL1(), Math.max(meter.voltageL2(), meter.voltageL3()));
        if (highest < 0.05 * NOMINAL_VOLTAGE) {
            return Grid.OUTAGE;
        }
        boolean sound =
                lowest >= 0.9 * NOMINAL_VOLTAGE
                        && highest <= 1.1 * NOMINAL_VOLTAGE
                        && meter.frequency() >= 49.5
                        && meter.frequency() <= 50.5
                        && meter.voltageUnbalance() <= UNBALANCE_LIMIT;
        return sound ? Grid.NORMAL : Grid.DISTURBED;
    }

    /** The word of the contract: normal, disturbed or outage. */
    String word() {
        return switch (shown) {
            case NORMAL -> "normal";
            case DISTURBED -> "disturbed";
            case OUTAGE -> "outage";
        };
    }

    void archive(StateArchive archive) {
        shown = Grid.valueOf(archive.text("grid.shown", shown.name()));
        quietTicks = archive.whole("grid.quiet", quietTicks);
    }
}
