/** The historian as a part: keeps every reading of the factory topics. */
@NullMarked
package org.plantdeck.historian;

import org.jspecify.annotations.NullMarked;
