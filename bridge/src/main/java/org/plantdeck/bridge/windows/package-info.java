/** Tumbling windows on event time: which reading belongs to which window, and when one closes. */
@NullMarked
package org.plantdeck.bridge.windows;

import org.jspecify.annotations.NullMarked;
