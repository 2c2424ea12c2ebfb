/**
 * What a person at the terminal sees of the plant; it comes through the brokers, as any client's.
 */
@NullMarked
package org.plantdeck.plantruntime.monitor;

import org.jspecify.annotations.NullMarked;
