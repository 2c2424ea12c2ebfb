/** The benchmarks' command line. */
@NullMarked
package org.plantdeck.bench;

import org.jspecify.annotations.NullMarked;
