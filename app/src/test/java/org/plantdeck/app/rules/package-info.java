/** What can be measured of good pictures: colours, contrast, type, room. */
@NullMarked
package org.plantdeck.app.rules;

import org.jspecify.annotations.NullMarked;
