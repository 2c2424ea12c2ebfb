/** The cloud dashboard, level 2. */
@NullMarked
package org.plantdeck.app.cloud;

import org.jspecify.annotations.NullMarked;
