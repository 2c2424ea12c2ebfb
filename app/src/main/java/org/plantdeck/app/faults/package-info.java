/** Defects of the pretend plant, started and ended by hand. Level 4. */
@NullMarked
package org.plantdeck.app.faults;

import org.jspecify.annotations.NullMarked;
