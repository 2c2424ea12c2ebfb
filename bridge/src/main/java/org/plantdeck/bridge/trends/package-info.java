/** Whether a figure rises, falls or stays, over the windows of the last five minutes. */
@NullMarked
package org.plantdeck.bridge.trends;

import org.jspecify.annotations.NullMarked;
