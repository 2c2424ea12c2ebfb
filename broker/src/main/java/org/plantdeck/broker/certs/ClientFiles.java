package org.plantdeck.broker.certs;

import org.plantdeck.broker.certs.OwnerFiles.Readers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/** What a client is given, as files. Threads: one holds the folder. */
final class ClientFiles {

    private ClientFiles() {}

    static void write(
            CertificateFolder files,
            String name,
            KeyedCertificate pair,
            X509Certificate ca,
            char[] password) {
        byte[] bundle = bundle(name, pair, ca, password);
        OwnerFiles.write(files.key(name), Pem.ofKey(pair.key()), Readers.OWNER);
        OwnerFiles.write(files.bundle(name), bundle, Readers.OWNER);
        OwnerFiles.write(files.certificate(name), Pem.of(pair.certificate()), Readers.EVERYBODY);
    }

    private static byte[] bundle(
            String name, KeyedCertificate pair, X509Certificate ca, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(
                    name, pair.key(), password, new Certificate[] {pair.certificate(), ca});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot write PKCS #12", e);
        }
    }
}
