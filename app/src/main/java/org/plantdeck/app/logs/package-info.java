/** What the parts have written into their logs, and the bundle for those who help. */
@NullMarked
package org.plantdeck.app.logs;

import org.jspecify.annotations.NullMarked;
