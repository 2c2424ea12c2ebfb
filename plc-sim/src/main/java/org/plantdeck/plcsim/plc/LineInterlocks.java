package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.ShiftPhase;
import org.plantdeck.plcsim.physics.StateArchive;

/**
 * Finds what keeps the line from running, the most binding first. Missing product and empty caps
 * hold until there is enough again; caps that come again must come for a moment. Threads: one.
 */
final class LineInterlocks {

    private static final double TANK_EMPTY = 8;
    private static final double TANK_ENOUGH = 20;
    private static final double CAPS_EMPTY = 0.5;
    private static final double CAPS_ENOUGH = 5;
    private static final long CAPS_COME_TICKS = 30;

    private boolean starved;
    private boolean capsEmpty;
    private long capsComeTicks = CAPS_COME_TICKS;
    private Interlock present = Interlock.NONE;

    void see(LineInputs inputs, ShiftPhase phase) {
        starved = inputs.tankLevel() < (starved ? TANK_ENOUGH : TANK_EMPTY);
        capsEmpty = inputs.capsLevel() < (capsEmpty ? CAPS_ENOUGH : CAPS_EMPTY);
        capsComeTicks = inputs.capsJammed() ? 0 : Math.min(CAPS_COME_TICKS, capsComeTicks + 1);
        present = find(inputs, phase);
    }

    private Interlock find(LineInputs inputs, ShiftPhase phase) {
        if (inputs.tripped()) {
            return Interlock.DRIVE_TRIPPED;
        }
        Interlock planned =
                switch (phase) {
                    case PRODUCTION -> Interlock.NONE;
                    case BREAK -> Interlock.BREAK;
                    case CHANGEOVER -> Interlock.CHANGEOVER;
                    case CLEANING, IDLE -> Interlock.CLEANING;
                };
        if (planned != Interlock.NONE) {
            return planned;
        }
        if (starved) {
            return Interlock.STARVED;
        }
        if (capsEmpty) {
            return Interlock.CAPS_EMPTY;
        }
        return capsComeTicks < CAPS_COME_TICKS ? Interlock.CAPS_JAMMED : Interlock.NONE;
    }

    Interlock present() {
        return present;
    }

    void archive(StateArchive archive) {
        starved = archive.whole("interlock.starved", starved ? 1 : 0) == 1;
        capsEmpty = archive.whole("interlock.caps_empty", capsEmpty ? 1 : 0) == 1;
        capsComeTicks = archive.whole("interlock.caps_come", capsComeTicks);
        present = Interlock.valueOf(archive.text("interlock.present", present.name()));
    }
}
