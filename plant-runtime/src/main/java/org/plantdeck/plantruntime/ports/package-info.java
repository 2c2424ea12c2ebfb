/** Which program of this machine listens on a port, as far as the system tells. */
@NullMarked
package org.plantdeck.plantruntime.ports;

import org.jspecify.annotations.NullMarked;
