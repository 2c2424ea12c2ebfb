/** Readings from CSV files into the history: as a whole or not at all. */
@NullMarked
package org.plantdeck.historian.imports;

import org.jspecify.annotations.NullMarked;
