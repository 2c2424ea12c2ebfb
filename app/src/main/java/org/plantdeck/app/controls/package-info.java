/** What screens are made of: panels, indicators, symbols. */
@NullMarked
package org.plantdeck.app.controls;

import org.jspecify.annotations.NullMarked;
