/** Stored readings as files: where rows come from, what becomes of them, how they are written. */
@NullMarked
package org.plantdeck.historian.export;

import org.jspecify.annotations.NullMarked;
