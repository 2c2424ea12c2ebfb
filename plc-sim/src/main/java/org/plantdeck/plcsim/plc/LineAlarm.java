package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.StateArchive;

/**
 * Whether the line calls for somebody: it is aborted, it waits for product or caps, or a limit has
 * been passed for some seconds. Each limit lets go a little inside itself. The limit of vibration
 * is the boundary C/D that ISO 20816-3 is quoted with for small machines on a rigid base. Threads:
 * one.
 */
final class LineAlarm {

    private static final long LIMIT_DELAY_TICKS = 50;
    private static final long JAM_DELAY_TICKS = 600;

    private boolean limitPassed;
    private long limitTicks;
    private long jamTicks;
    private boolean raised;

    void see(LineMachine machine, Interlock interlock, LineInputs inputs, double quality) {
        limitTicks = isOutside(machine, inputs, quality) ? limitTicks + 1 : 0;
        limitPassed = limitTicks >= LIMIT_DELAY_TICKS;
        jamTicks = interlock == Interlock.CAPS_JAMMED ? jamTicks + 1 : 0;
        boolean aborted =
                switch (machine.state()) {
                    case ABORTING, ABORTED, CLEARING -> true;
                    default -> false;
                };
        raised =
                aborted
                        || limitPassed
                        || interlock == Interlock.DRIVE_TRIPPED
                        || interlock == Interlock.STARVED
                        || interlock == Interlock.CAPS_EMPTY
                        || jamTicks >= JAM_DELAY_TICKS;
    }

    private boolean isOutside(LineMachine machine, LineInputs inputs, double quality) {
        double slack = limitPassed ? 1 : 0;
        boolean runs = machine.state() == PackState.EXECUTE;
        double pressureError = Math.abs(inputs.pressure() - LineProgram.BOWL_PRESSURE);
        return inputs.vibration() > 4.5 - 0.2 * slack
                || inputs.bearingTemperature() > 80 - 2 * slack
                || inputs.tankLevel() < 25 + 2 * slack
                || inputs.tankLevel() > 90 - 2 * slack
                || quality < 95 + 0.3 * slack
                || (runs && pressureError > 0.12 - 0.02 * slack);
    }

    boolean isRaised() {
        return raised;
    }

    void archive(StateArchive archive) {
        limitPassed = archive.whole("alarm.limit", limitPassed ? 1 : 0) == 1;
        limitTicks = archive.whole("alarm.limit_ticks", limitTicks);
        jamTicks = archive.whole("alarm.jam_ticks", jamTicks);
        raised = archive.whole("alarm.raised", raised ? 1 : 0) == 1;
    }
}
