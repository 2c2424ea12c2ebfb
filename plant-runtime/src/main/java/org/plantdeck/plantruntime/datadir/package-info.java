/**
 * The directory PlantDeck keeps everything in: where it is, who holds which part, who listens
 * where.
 */
@NullMarked
package org.plantdeck.plantruntime.datadir;

import org.jspecify.annotations.NullMarked;
