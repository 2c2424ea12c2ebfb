package org.plantdeck.broker.certs;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with the certificate of its public half.
 *
 * @param key the private key
 * @param chain the certificate, then those that lead to its root, in order; not empty
 */
record KeyedCertificate(PrivateKey key, List<X509Certificate> chain) {

    KeyedCertificate {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Whether the key is that of the certificate: what the one signs the other verifies. */
    boolean belongTogether() {
        PublicKey other = certificate().getPublicKey();
        byte[] sample = new byte[32];
        new SecureRandom().nextBytes(sample);
        try {
            Signature signing = Signature.getInstance(algorithm(key.getAlgorithm()));
            signing.initSign(key);
            signing.update(sample);
            Signature verifying = Signature.getInstance(algorithm(other.getAlgorithm()));
            verifying.initVerify(other);
            verifying.update(sample);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException otherKinds) {
            return false;
        }
    }

    private static String algorithm(String kind) {
        return switch (kind) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> kind;
        };
    }
}
