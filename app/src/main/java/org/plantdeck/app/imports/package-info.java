/** Imports that run beside the screens and outlive them. */
@NullMarked
package org.plantdeck.app.imports;

import org.jspecify.annotations.NullMarked;
