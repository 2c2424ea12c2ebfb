/** Forwards what is committed to another engine, without loss and without holding anybody up. */
@NullMarked
package org.plantdeck.historian.sink;

import org.jspecify.annotations.NullMarked;
