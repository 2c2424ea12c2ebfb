/** What a broker takes, and how much may wait in it. */
@NullMarked
package org.plantdeck.broker.limits;

import org.jspecify.annotations.NullMarked;
