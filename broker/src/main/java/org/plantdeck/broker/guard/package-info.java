/** What stands between the network and the sessions: who may come in, do and see what. */
@NullMarked
package org.plantdeck.broker.guard;

import org.jspecify.annotations.NullMarked;
