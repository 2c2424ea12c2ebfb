/** What a broker of PlantDeck says of itself and is asked to do, as bodies on the wire. */
@NullMarked
package org.plantdeck.signal.brokers;

import org.jspecify.annotations.NullMarked;
