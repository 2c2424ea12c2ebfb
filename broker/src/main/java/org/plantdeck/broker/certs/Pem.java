package org.plantdeck.broker.certs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Certificates, keys and lists of revoked certificates as PEM files. Threads: any. */
final class Pem {

    private Pem() {}

    /**
     * Every certificate of a file, in its order; at least one.
     *
     * @throws PartFailure if the file cannot be read or holds none
     */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (Object block : blocks(file)) {
                if (block instanceof X509CertificateHolder holder) {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        } catch (CertificateException notOurs) {
            throw holdsNone(file, "certificate", notOurs);
        }
        if (certificates.isEmpty()) {
            throw new PartFailure(none(file, "certificate", "CERTIFICATE"));
        }
        return certificates;
    }

    /**
     * The first private key of a file.
     *
     * @throws PartFailure if the file cannot be read or holds none that is not encrypted
     */
    static PrivateKey key(Path file) {
        for (Object block : blocks(file)) {
            switch (block) {
                case PrivateKeyInfo key -> {
                    return key(file, key);
                }
                case PEMKeyPair pair -> {
                    return key(file, pair.getPrivateKeyInfo());
                }
                case PEMEncryptedKeyPair _ -> throw encrypted(file);
                case PKCS8EncryptedPrivateKeyInfo _ -> throw encrypted(file);
                default -> {
                    // parameters of a curve, or a certificate in the same file
                }
            }
        }
        throw new PartFailure(none(file, "private key", "PRIVATE KEY"));
    }

    private static PrivateKey key(Path file, PrivateKeyInfo key) {
        try {
            return new JcaPEMKeyConverter().getPrivateKey(key);
        } catch (IOException unknownKind) {
            throw holdsNone(file, "private key", unknownKind);
        }
    }

    /**
     * The list of revoked certificates of a file.
     *
     * @throws PartFailure if the file cannot be read or holds none
     */
    static X509CRLHolder revocations(Path file) {
        return blocks(file).stream()
                .filter(X509CRLHolder.class::isInstance)
                .map(X509CRLHolder.class::cast)
                .findFirst()
                .orElseThrow(() ->
                        new PartFailure(none(file, "list of revoked certificates", "X509 CRL")));
    }

    private static List<Object> blocks(Path file) {
        List<Object> blocks = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text(file)))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException damaged) {
            throw new PartFailure(
                    file + " is damaged: it is no sound PEM file; put an undamaged copy there",
                    damaged);
        }
        return blocks;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw OwnerFiles.unreadable(file, e);
        }
    }

    private static String none(Path file, String what, String label) {
        return file
                + " holds no "
                + what
                + " in PEM form; put one there that begins with -----BEGIN "
                + label
                + "-----";
    }

    private static PartFailure holdsNone(Path file, String what, Throwable why) {
        return new PartFailure(
                file
                        + " holds a "
                        + what
                        + " that Java cannot use ("
                        + why.getMessage()
                        + "); put one of the kind EC or RSA there",
                why);
    }

    private static PartFailure encrypted(Path file) {
        return new PartFailure(
                file
                        + " is locked with a passphrase; put the key there without one (openssl"
                        + " pkey -in FILE -out FILE) and keep it readable by its owner only");
    }

    /** Certificates and lists of revoked ones as PEM text. */
    static byte[] of(Object... blocks) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object block : blocks) {
                writer.writeObject(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString().getBytes(US_ASCII);
    }

    /** A private key as PEM text, in the form every TLS library reads (PKCS #8). */
    static byte[] ofKey(PrivateKey key) {
        try {
            return of(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
