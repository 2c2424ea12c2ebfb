/** How the archive writes columns of values as bytes, losing no bit of them. */
@NullMarked
package org.plantdeck.historian.archive.codec;

import org.jspecify.annotations.NullMarked;
