/** Exports that run beside the screens and outlive them. */
@NullMarked
package org.plantdeck.app.export;

import org.jspecify.annotations.NullMarked;
