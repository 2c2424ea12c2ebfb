/** Who may connect to a broker, and what they may publish and read there. */
@NullMarked
package org.plantdeck.broker.access;

import org.jspecify.annotations.NullMarked;
