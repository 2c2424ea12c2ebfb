package org.plantdeck.mqttlink;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The files that connections over TLS are made with. They are read each time a context is made.
 * Every failure is a {@link PartFailure} that begins with the file's name. Threads: any.
 *
 * @param authorities PEM files of the CAs that are trusted
 * @param trustsUsual whether the CAs that Java trusts are trusted too
 * @param client what the client shows; empty where it shows nothing
 */
public record TlsFiles(List<Path> authorities, boolean trustsUsual, Optional<Bundle> client) {

    /** A copy that does not change. */
    public TlsFiles {
        authorities = List.copyOf(authorities);
    }

    /**
     * A client's key and certificate.
     *
     * @param file PKCS #12
     * @param password opens it
     */
    public record Bundle(Path file, String password) {

        /** Without the password: it is for no log. */
        @Override
        public String toString() {
            return "Bundle[" + file + "]";
        }
    }

    /** What a connection is made with. */
    public SSLContext context(Instant now) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(now), trust(now), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new PartFailure("Java cannot speak TLS here: " + e.getMessage(), e);
        }
    }

    /** Fails where the certificates to trust cannot be used as of a time. */
    public void checkAuthorities(Instant now) {
        authorities.forEach(file -> certificates(file, now));
    }

    /** Fails where what the client is to show cannot be used as of a time. */
    public void checkClient(Instant now) {
        client.ifPresent(bundle -> open(bundle, now));
    }

    private TrustManager[] trust(Instant now) throws GeneralSecurityException {
        KeyStore all = empty();
        int count = 0;
        for (Path file : authorities) {
            for (Certificate one : certificates(file, now)) {
                all.setCertificateEntry("ca-" + count++, one);
            }
        }
        if (trustsUsual) {
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager usual) {
                    for (X509Certificate one : usual.getAcceptedIssuers()) {
                        all.setCertificateEntry("usual-" + count++, one);
                    }
                }
            }
        }
        return managers(all);
    }

    private static TrustManager[] managers(@Nullable KeyStore trusted)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** Every certificate of a PEM file; at least one that is not past its end. */
    private static List<X509Certificate> certificates(Path file, Instant now) {
        List<X509Certificate> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            for (Certificate one : all) {
                if (one instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (CertificateException e) {
            throw none(file, e);
        }
        if (found.isEmpty()) {
            throw none(file, null);
        }
        if (found.stream().allMatch(it -> isPast(it, now))) {
            throw expired(file, found.getFirst());
        }
        return found;
    }

    private KeyManager[] keys(Instant now) throws GeneralSecurityException {
        if (client.isEmpty()) {
            return new KeyManager[0];
        }
        Bundle bundle = client.get();
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(open(bundle, now), bundle.password().toCharArray());
        return factory.getKeyManagers();
    }

    private static KeyStore open(Bundle bundle, Instant now) {
        Path file = bundle.file();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, bundle.password().toCharArray());
            checkHolder(file, store, now);
            return store;
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? new PartFailure(file + " does not open with the password that is set", e)
                    : unreadable(file, e);
        } catch (GeneralSecurityException e) {
            throw new PartFailure(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void checkHolder(Path file, KeyStore store, Instant now)
            throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate holder) {
                if (isPast(holder, now)) {
                    throw expired(file, holder);
                }
                return;
            }
        }
        throw new PartFailure(file + " holds no private key with its certificate");
    }

    private static boolean isPast(X509Certificate certificate, Instant now) {
        return certificate.getNotAfter().toInstant().isBefore(now);
    }

    private static PartFailure expired(Path file, X509Certificate certificate) {
        LocalDate end = LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC);
        return new PartFailure(file + " expired on " + end + "; put its successor there");
    }

    private static PartFailure none(Path file, @Nullable CertificateException why) {
        String sentence = file + " holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)";
        return why == null ? new PartFailure(sentence) : new PartFailure(sentence, why);
    }

    private static PartFailure unreadable(Path file, IOException why) {
        return switch (why) {
            case NoSuchFileException _ -> new PartFailure(file + " is not there", why);
            case AccessDeniedException _ ->
                    new PartFailure(
                            file + " may not be read by the account that runs PlantDeck", why);
            default ->
                    new PartFailure(
                            file + " cannot be read as PKCS #12 or PEM: " + why.getMessage(), why);
        };
    }
}
