/** What this program is, and whose work is in it. */
@NullMarked
package org.plantdeck.app.about;

import org.jspecify.annotations.NullMarked;
