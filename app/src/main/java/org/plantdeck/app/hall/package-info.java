/** The hall's screen, level 2: air handling, comfort, air. */
@NullMarked
package org.plantdeck.app.hall;

import org.jspecify.annotations.NullMarked;
