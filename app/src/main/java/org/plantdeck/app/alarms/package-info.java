/** Which limits are broken, and what somebody has acknowledged. */
@NullMarked
package org.plantdeck.app.alarms;

import org.jspecify.annotations.NullMarked;
