/**
 * The certificates of a data directory: its own CA, the broker's certificate, those of clients, and
 * which of them are revoked.
 */
@NullMarked
package org.plantdeck.broker.certs;

import org.jspecify.annotations.NullMarked;
