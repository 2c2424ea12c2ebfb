/** An MQTT 3.1.1 client made to load a broker: many clients on two threads. */
@NullMarked
package org.plantdeck.bench.mqtt;

import org.jspecify.annotations.NullMarked;
