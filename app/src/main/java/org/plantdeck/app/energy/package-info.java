/** The energy system's screen, level 2: HMI2. */
@NullMarked
package org.plantdeck.app.energy;

import org.jspecify.annotations.NullMarked;
