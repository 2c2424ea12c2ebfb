package org.plantdeck.broker.certs;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate this CA made.
 *
 * @param name whose: the common name of a client; {@code ca} and {@code server} are PlantDeck's own
 * @param serial its serial number
 * @param validUntil its end
 * @param revokedAt when it was revoked; empty where it was not
 */
public record IssuedCertificate(
        String name, BigInteger serial, Instant validUntil, Optional<Instant> revokedAt) {

    /** The serial number as tools print it: lower-case hexadecimal. */
    public String serialText() {
        return serial.toString(16);
    }

    /** Whether it may still be used at a time: neither revoked nor past its end. */
    public boolean isValidAt(Instant time) {
        return revokedAt.isEmpty() && !time.isAfter(validUntil);
    }

    IssuedCertificate revoked(Instant at) {
        return new IssuedCertificate(name, serial, validUntil, Optional.of(at));
    }
}
