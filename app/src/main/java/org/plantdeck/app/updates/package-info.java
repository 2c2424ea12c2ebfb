/** Whether there is a newer version of this program; asked only where somebody wants it. */
@NullMarked
package org.plantdeck.app.updates;

import org.jspecify.annotations.NullMarked;
