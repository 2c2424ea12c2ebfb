/** Work beside the screens: what belongs to one of them, and long work that outlives them. */
@NullMarked
package org.plantdeck.app.work;

import org.jspecify.annotations.NullMarked;
