/** Where readings are kept and asked for: the store, its SQLite file, its counts. */
@NullMarked
package org.plantdeck.historian.store;

import org.jspecify.annotations.NullMarked;
