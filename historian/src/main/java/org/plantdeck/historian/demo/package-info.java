/** Makes a history to look at, where no plant has run yet. */
@NullMarked
package org.plantdeck.historian.demo;

import org.jspecify.annotations.NullMarked;
