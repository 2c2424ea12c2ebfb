/** What is so now: the newest of everything the brokers bring, and how old it is. */
@NullMarked
package org.plantdeck.app.live;

import org.jspecify.annotations.NullMarked;
