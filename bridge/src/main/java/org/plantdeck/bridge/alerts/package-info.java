/** Critical alerts: limits with a holding time and a deadband. */
@NullMarked
package org.plantdeck.bridge.alerts;

import org.jspecify.annotations.NullMarked;
