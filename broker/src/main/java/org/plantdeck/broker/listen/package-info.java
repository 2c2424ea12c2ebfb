/** Where a broker listens: TCP and WebSocket, plain or with TLS. */
@NullMarked
package org.plantdeck.broker.listen;

import org.jspecify.annotations.NullMarked;
