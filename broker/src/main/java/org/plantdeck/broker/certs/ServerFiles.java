package org.plantdeck.broker.certs;

import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** A broker's certificate with its key, as files. Threads: any. */
final class ServerFiles {

    private ServerFiles() {}

    /**
     * Reads a certificate and its key.
     *
     * @throws PartFailure if one cannot be read, or they do not belong together
     */
    static KeyedCertificate read(Path certificate, Path key) {
        KeyedCertificate pair = new KeyedCertificate(Pem.key(key), Pem.certificates(certificate));
        if (!pair.belongTogether()) {
            throw new PartFailure(
                    key
                            + " is not the key of "
                            + certificate
                            + "; put the one there that belongs to it, or let plantdeck certs renew"
                            + " server make a new pair of PlantDeck's own");
        }
        return pair;
    }

    /**
     * @throws PartFailure if the certificate is past its end
     */
    static void requireNotExpired(Path file, X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            throw new PartFailure(
                    file
                            + " expired on "
                            + ClientTrust.day(end)
                            + "; put its successor there, or use PlantDeck's own: plantdeck certs"
                            + " renew server makes a new one");
        }
    }

    /** Writes both, the key first: a certificate that is there has had its key written. */
    static void write(Path certificate, Path key, KeyedCertificate pair) {
        OwnerFiles.write(key, Pem.ofKey(pair.key()), OwnerFiles.Readers.OWNER);
        OwnerFiles.write(certificate, Pem.of(pair.chain().toArray()), OwnerFiles.Readers.EVERYBODY);
    }

    /** Whether a CA made a certificate. */
    static boolean isBy(X509Certificate ca, X509Certificate certificate) {
        try {
            certificate.verify(ca.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }
}
