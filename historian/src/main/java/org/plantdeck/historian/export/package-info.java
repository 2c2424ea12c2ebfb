/** Stored readings as CSV. */
@NullMarked
package org.plantdeck.historian.export;

import org.jspecify.annotations.NullMarked;
