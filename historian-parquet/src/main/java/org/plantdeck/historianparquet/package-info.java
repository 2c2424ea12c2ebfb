/** Exports as Apache Parquet. */
@NullMarked
package org.plantdeck.historianparquet;

import org.jspecify.annotations.NullMarked;
