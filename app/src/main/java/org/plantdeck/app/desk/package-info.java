/** What a screen is and what it is given. */
@NullMarked
package org.plantdeck.app.desk;

import org.jspecify.annotations.NullMarked;
