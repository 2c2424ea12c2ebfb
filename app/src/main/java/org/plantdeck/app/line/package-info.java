/** HMI1: the manufacturing line, level 2. */
@NullMarked
package org.plantdeck.app.line;

import org.jspecify.annotations.NullMarked;
