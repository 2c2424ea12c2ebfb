/**
 * The history as it was recorded: the tables of the plant and the archive of everything, as one.
 */
@NullMarked
package org.plantdeck.historian.recorded;

import org.jspecify.annotations.NullMarked;
