package org.plantdeck.broker.certs;

import java.nio.file.Path;

/**
 * What lies where in the folder of certificates.
 *
 * @param path the folder, absolute
 */
record CertificateFolder(Path path) {

    static CertificateFolder of(Path path) {
        return new CertificateFolder(path.toAbsolutePath().normalize());
    }

    Path caCertificate() {
        return certificate("ca");
    }

    Path caKey() {
        return key("ca");
    }

    Path serverCertificate() {
        return certificate("server");
    }

    Path serverKey() {
        return key("server");
    }

    /** The revoked certificates, signed by the CA. */
    Path revocations() {
        return path.resolve("crl.pem");
    }

    /** Every client certificate that was ever issued. */
    Path register() {
        return path.resolve("issued.json");
    }

    Path lock() {
        return path.resolve(".lock");
    }

    Path certificate(String name) {
        return path.resolve(name + ".crt.pem");
    }

    Path key(String name) {
        return path.resolve(name + ".key.pem");
    }

    /** Key, certificate and CA in one file that a password opens. */
    Path bundle(String name) {
        return path.resolve(name + ".p12");
    }
}
