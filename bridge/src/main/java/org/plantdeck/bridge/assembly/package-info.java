/** From the readings of a run to the bodies of its windows. */
@NullMarked
package org.plantdeck.bridge.assembly;

import org.jspecify.annotations.NullMarked;
