/** {@code bench broker}: the embedded broker beside a peer. */
@NullMarked
package org.plantdeck.bench.broker;

import org.jspecify.annotations.NullMarked;
