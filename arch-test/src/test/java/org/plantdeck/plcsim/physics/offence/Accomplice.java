package org.plantdeck.plcsim.physics.offence;

import org.plantdeck.plcsim.offence.Offender;

/** The other half of a circle of packages. */
public final class Accomplice {

    /** The one that needs this one. */
    public Offender circle() {
        return new Offender();
    }
}
