/** The way of a reading from its delivery to the acknowledgement after the commit. */
@NullMarked
package org.plantdeck.historian.ingest;

import org.jspecify.annotations.NullMarked;
