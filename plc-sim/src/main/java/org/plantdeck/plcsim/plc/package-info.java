/** The PLCs: scan cycle, state machine, control, the three bodies, commands. */
@NullMarked
package org.plantdeck.plcsim.plc;

import org.jspecify.annotations.NullMarked;
