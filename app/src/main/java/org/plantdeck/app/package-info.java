/** The JavaFX desktop. */
@NullMarked
package org.plantdeck.app;

import org.jspecify.annotations.NullMarked;
