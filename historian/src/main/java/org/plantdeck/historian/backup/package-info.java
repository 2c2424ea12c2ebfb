/** Copies the history while it is written, puts a copy back, and finds what is damaged. */
@NullMarked
package org.plantdeck.historian.backup;

import org.jspecify.annotations.NullMarked;
