/** Screens as files. */
@NullMarked
package org.plantdeck.app.pictures;

import org.jspecify.annotations.NullMarked;
