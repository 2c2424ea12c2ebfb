/** The one way by which values and events reach the screen. */
@NullMarked
package org.plantdeck.app.door;

import org.jspecify.annotations.NullMarked;
