/** The historian's archive beside the tables one would make in SQLite otherwise. */
@NullMarked
package org.plantdeck.bench.store;

import org.jspecify.annotations.NullMarked;
