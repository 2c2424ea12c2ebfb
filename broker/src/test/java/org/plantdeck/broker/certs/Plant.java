package org.plantdeck.broker.certs;

import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;

/** A folder of certificates on a machine named press-hall, with a clock of its own. */
final class Plant {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final MachineNames MACHINE = MachineNames.withLoopback("press-hall", Set.of());

    final Path folder;
    final SetClock clock;

    Plant(Path folder) {
        this(folder, NOON);
    }

    Plant(Path folder, Instant now) {
        this.folder = folder;
        clock = new SetClock(now);
    }

    CertificateStore open() {
        return CertificateStore.open(folder, clock, () -> MACHINE);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    X509Certificate certificate(String name) {
        return Pem.certificates(file(name + ".crt.pem")).getFirst();
    }

    KeyStore bundle(String name, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file(name + ".p12"))) {
            store.load(in, password);
        }
        return store;
    }

    /** The sentence of a failure. */
    static String sentence(Runnable work) {
        try {
            work.run();
        } catch (PartFailure e) {
            return e.sentence();
        }
        throw new AssertionError("no failure");
    }
}
