/** What the runtime knows of a desktop: nothing but that there may be one, and what it is given. */
@NullMarked
package org.plantdeck.plantruntime.desktop;

import org.jspecify.annotations.NullMarked;
