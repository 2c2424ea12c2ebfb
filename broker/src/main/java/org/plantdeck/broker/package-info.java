/** The embedded MQTT brokers. */
@NullMarked
package org.plantdeck.broker;

import org.jspecify.annotations.NullMarked;
