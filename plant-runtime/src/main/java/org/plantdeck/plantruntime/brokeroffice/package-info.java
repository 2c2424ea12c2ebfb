/** Answers who asks a broker about its clients and topics, and does what they want done. */
@NullMarked
package org.plantdeck.plantruntime.brokeroffice;

import org.jspecify.annotations.NullMarked;
