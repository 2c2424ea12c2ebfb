/** Long work that goes on beside the screens and outlives them. */
@NullMarked
package org.plantdeck.app.work;

import org.jspecify.annotations.NullMarked;
