package org.plantdeck.bench.broker;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;

import org.plantdeck.bench.mqtt.Endpoint;
import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import javax.net.ssl.SSLException;

/**
 * A broker's port with TLS and the certificates for it, made by PlantDeck for every subject alike:
 * EC P-256 keys, TLS 1.3 with one suite, the generator's side in Java.
 *
 * @param port TCP port
 * @param ca PEM: whom a client trusts
 * @param certificate PEM: what the broker shows
 * @param key PEM: its private key
 */
record TlsPort(int port, Path ca, Path certificate, Path key) {

    private static final String PROTOCOL = "TLSv1.3";

    /** What the JDK and OpenSSL both take first where they are free to choose. */
    private static final String SUITE = "TLS_AES_256_GCM_SHA384";

    /**
     * Makes the certificates of a broker that was never started.
     *
     * @param folder where the certificates of a data directory would lie; made
     * @throws SubjectFailure where they cannot be made
     */
    static TlsPort with(Path folder, int port) {
        try {
            CertificateStore store = CertificateStore.open(folder, InstantSource.system());
            return new TlsPort(
                    port,
                    store.caCertificate(),
                    folder.resolve("server.crt.pem"),
                    folder.resolve("server.key.pem"));
        } catch (PartFailure e) {
            throw new SubjectFailure(e.sentence(), e);
        }
    }

    /**
     * Where clients find it.
     *
     * @throws SubjectFailure where this Java cannot speak what is wanted
     */
    Endpoint on(String host) {
        try {
            return new Endpoint(
                    host,
                    port,
                    SslContextBuilder.forClient()
                            .sslProvider(SslProvider.JDK)
                            .trustManager(ca.toFile())
                            .protocols(PROTOCOL)
                            .ciphers(List.of(SUITE))
                            .build());
        } catch (SSLException e) {
            throw new SubjectFailure("no TLS for the generator: " + e.getMessage(), e);
        }
    }
}
