/** The one place that knows an MQTT client library. */
@NullMarked
package org.plantdeck.mqttlink;

import org.jspecify.annotations.NullMarked;
