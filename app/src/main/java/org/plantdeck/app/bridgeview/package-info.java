/** The bridge in numbers, level 4. */
@NullMarked
package org.plantdeck.app.bridgeview;

import org.jspecify.annotations.NullMarked;
