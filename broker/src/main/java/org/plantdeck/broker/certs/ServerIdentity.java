package org.plantdeck.broker.certs;

import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * What a broker shows its clients and how it judges theirs. A certificate that is renewed on disk
 * is shown from the next connection on. Threads: any; one at a time reads files.
 */
public final class ServerIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(ServerIdentity.class);

    /** For which time a client may resume a TLS session without showing its certificate. */
    private static final Duration RESUMABLE = Duration.ofHours(1);

    private final Path certificateFile;
    private final Path keyFile;
    private final ClientTrust clients;
    private final InstantSource clock;
    private volatile Loaded loaded;

    private record Stamps(FileStamp certificate, FileStamp key) {}

    private record Loaded(
            Stamps stamps, Set<BigInteger> revoked, KeyedCertificate identity, SSLContext context) {

        boolean isCurrent(Stamps now, Set<BigInteger> revokedNow) {
            return stamps.equals(now) && revoked.equals(revokedNow);
        }
    }

    /**
     * @param certificateFile the certificate, then those that lead to its root, as PEM
     * @param keyFile its private key as PEM
     * @throws PartFailure if they cannot be read, do not belong together or are past their end
     */
    ServerIdentity(Path certificateFile, Path keyFile, ClientTrust clients, InstantSource clock) {
        this.certificateFile = certificateFile;
        this.keyFile = keyFile;
        this.clients = clients;
        this.clock = clock;
        Stamps stamps = stamps();
        loaded = loaded(stamps, clients.revoked(), read());
    }

    /**
     * For the next connection: ask for each one, and make an engine from it. It is another one
     * after a renewal and after a revocation, so that no client resumes a session from before it,
     * for which no certificate would be asked. Costs three looks at files' attributes otherwise.
     * Whether a client has to show a certificate is the engine's to say.
     */
    public SSLContext sslContext() {
        return current().context();
    }

    /** The certificate shown from the next connection on. */
    public X509Certificate certificate() {
        return current().identity().certificate();
    }

    /** How clients' certificates are judged, and which are revoked. */
    public ClientTrust clients() {
        return clients;
    }

    private Loaded current() {
        Loaded latest = loaded;
        return latest.isCurrent(stamps(), clients.revoked()) ? latest : reload();
    }

    private synchronized Loaded reload() {
        Stamps stamps = stamps();
        Set<BigInteger> revoked = clients.revoked();
        if (!loaded.isCurrent(stamps, revoked)) {
            KeyedCertificate identity =
                    loaded.stamps().equals(stamps) ? loaded.identity() : readOrKeep();
            loaded = loaded(stamps, revoked, identity);
        }
        return loaded;
    }

    /** A pair that is being replaced is half the old one for a moment. */
    private KeyedCertificate readOrKeep() {
        try {
            return read();
        } catch (PartFailure e) {
            LOG.atWarn()
                    .addKeyValue("file", certificateFile)
                    .addKeyValue("reason", e.sentence())
                    .log("The broker goes on with the certificate it has");
            return loaded.identity();
        }
    }

    private KeyedCertificate read() {
        KeyedCertificate identity = ServerFiles.read(certificateFile, keyFile);
        ServerFiles.requireNotExpired(certificateFile, identity.certificate(), clock.instant());
        return identity;
    }

    private Stamps stamps() {
        return new Stamps(FileStamp.of(certificateFile), FileStamp.of(keyFile));
    }

    private Loaded loaded(Stamps stamps, Set<BigInteger> revoked, KeyedCertificate identity) {
        try {
            char[] passing = new char[0]; // the store never leaves the memory
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, passing);
            store.setKeyEntry(
                    "server",
                    identity.key(),
                    passing,
                    identity.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, passing);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), new TrustManager[] {clients}, new SecureRandom());
            context.getServerSessionContext()
                    .setSessionTimeout(Math.toIntExact(RESUMABLE.toSeconds()));
            return new Loaded(stamps, revoked, identity, context);
        } catch (GeneralSecurityException | IOException e) {
            throw new PartFailure(
                    certificateFile
                            + " cannot be used by Java's TLS ("
                            + e.getMessage()
                            + "); replace it by one of the kind EC or RSA",
                    e);
        }
    }
}
