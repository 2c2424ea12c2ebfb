/** The parts a process runs: their settings records, how they are put together, their life. */
@NullMarked
package org.plantdeck.plantruntime.parts;

import org.jspecify.annotations.NullMarked;
