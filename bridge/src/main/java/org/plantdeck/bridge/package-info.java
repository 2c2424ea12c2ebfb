/** Aggregates the factory in windows and carries them to the cloud broker through an outbox. */
@NullMarked
package org.plantdeck.bridge;

import org.jspecify.annotations.NullMarked;
