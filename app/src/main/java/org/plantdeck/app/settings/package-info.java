/** Every setting, what it is now and what it is to be from the next start. */
@NullMarked
package org.plantdeck.app.settings;

import org.jspecify.annotations.NullMarked;
