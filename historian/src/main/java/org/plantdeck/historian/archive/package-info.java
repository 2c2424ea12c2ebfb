/**
 * The historian's archive: every value of every tag with its quality, in small compressed chunks by
 * tag and hour, a file a day, and what they come to by the minute.
 */
@NullMarked
package org.plantdeck.historian.archive;

import org.jspecify.annotations.NullMarked;
