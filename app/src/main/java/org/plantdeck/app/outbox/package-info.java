/** How full the outbox of the bridge was while the desk ran. */
@NullMarked
package org.plantdeck.app.outbox;

import org.jspecify.annotations.NullMarked;
