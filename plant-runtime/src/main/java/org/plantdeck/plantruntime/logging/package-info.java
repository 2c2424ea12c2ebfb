/** How the parts' log events are written: to standard error and to files, one line an event. */
@NullMarked
package org.plantdeck.plantruntime.logging;

import org.jspecify.annotations.NullMarked;
