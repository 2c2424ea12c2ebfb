/** Themes, type and the style sheets every scene has. */
@NullMarked
package org.plantdeck.app.look;

import org.jspecify.annotations.NullMarked;
