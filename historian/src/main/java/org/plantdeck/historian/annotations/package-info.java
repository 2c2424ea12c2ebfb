/** What people have noted about stretches of the history. */
@NullMarked
package org.plantdeck.historian.annotations;

import org.jspecify.annotations.NullMarked;
