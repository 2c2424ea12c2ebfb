/** The brokers: their clients and topics, what they dropped, and what can be done about it. */
@NullMarked
package org.plantdeck.app.brokers;

import org.jspecify.annotations.NullMarked;
