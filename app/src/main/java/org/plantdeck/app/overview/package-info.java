/** The plant overview, level 1. */
@NullMarked
package org.plantdeck.app.overview;

import org.jspecify.annotations.NullMarked;
