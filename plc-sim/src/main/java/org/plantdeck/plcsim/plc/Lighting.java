package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.StateArchive;

/**
 * Hall lighting: full while somebody is there and ten minutes after, else enough to see by; or what
 * an operator asks for. Threads: one.
 */
final class Lighting {

    private static final double FULL = 100;
    private static final double EMPTY_HALL = 20;
    private static final long LINGER_TICKS = 6_000;
    private static final double AUTOMATIC = -1;

    private double asked = AUTOMATIC;
    private long emptyTicks;

    /** One scan; returns the level, %. */
    double scan(double people) {
        emptyTicks = people >= 0.5 ? 0 : emptyTicks + 1;
        return level();
    }

    double level() {
        if (asked != AUTOMATIC) {
            return asked;
        }
        return emptyTicks < LINGER_TICKS ? FULL : EMPTY_HALL;
    }

    void automatic() {
        asked = AUTOMATIC;
    }

    void manual(double percent) {
        asked = percent;
    }

    void archive(StateArchive archive) {
        asked = archive.number("lighting.asked", asked);
        emptyTicks = archive.whole("lighting.empty", emptyTicks);
    }
}
