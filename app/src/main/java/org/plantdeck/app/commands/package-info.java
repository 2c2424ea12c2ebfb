/** What operators ask of the PLCs, and what came of it. */
@NullMarked
package org.plantdeck.app.commands;

import org.jspecify.annotations.NullMarked;
