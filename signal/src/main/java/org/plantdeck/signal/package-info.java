/** What every part means by a tag, a reading, a command and a status, and their JSON bodies. */
@NullMarked
package org.plantdeck.signal;

import org.jspecify.annotations.NullMarked;
