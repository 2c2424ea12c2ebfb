/** What benchmarks measured, and the table and the JSON every one of them prints. */
@NullMarked
package org.plantdeck.bench.results;

import org.jspecify.annotations.NullMarked;
