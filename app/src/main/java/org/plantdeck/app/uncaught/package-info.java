/** What is said and logged when something fails that nobody has foreseen. */
@NullMarked
package org.plantdeck.app.uncaught;

import org.jspecify.annotations.NullMarked;
