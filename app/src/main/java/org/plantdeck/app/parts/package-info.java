/** How every part of the suite is, and how those of this process are stopped and started. */
@NullMarked
package org.plantdeck.app.parts;

import org.jspecify.annotations.NullMarked;
