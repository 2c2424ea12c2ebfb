/** Makes what people install: a run-time image, the program's image, icons and packages. */
@NullMarked
package org.plantdeck.installer;

import org.jspecify.annotations.NullMarked;
