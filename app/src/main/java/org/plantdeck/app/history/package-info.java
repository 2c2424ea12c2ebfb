/** What was: questions to the databases, asked beside the screen. */
@NullMarked
package org.plantdeck.app.history;

import org.jspecify.annotations.NullMarked;
