/**
 * The historian's archive beside the tables one would make in SQLite otherwise, and beside other
 * engines where they are built in.
 */
@NullMarked
package org.plantdeck.bench.store;

import org.jspecify.annotations.NullMarked;
