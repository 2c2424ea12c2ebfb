package org.plantdeck.broker.certs;

import org.bouncycastle.cert.X509CRLHolder;
import org.plantdeck.signal.PartFailure;

import java.math.BigInteger;
import java.nio.file.Files;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The CA of a folder: its certificate, its key and its list. Threads: one holds the folder. */
final class AuthorityFiles {

    private final CertificateFolder files;
    private final X509Certificate certificate;

    private AuthorityFiles(CertificateFolder files, X509Certificate certificate) {
        this.files = files;
        this.certificate = certificate;
    }

    /**
     * The CA that is there; in a folder without any certificate, a new one.
     *
     * @throws PartFailure if the CA is past its end, or gone while what it made is still there
     */
    static AuthorityFiles open(CertificateFolder files, Instant now) {
        if (Files.notExists(files.caCertificate())) {
            requireNothingIssued(files);
            ServerFiles.write(files.caCertificate(), files.caKey(), Authority.make(now));
        }
        X509Certificate certificate = Pem.certificates(files.caCertificate()).getFirst();
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            throw new PartFailure(
                    files.caCertificate()
                            + " expired on "
                            + ClientTrust.day(end)
                            + " and with it all it issued; move "
                            + files.path()
                            + " away, and the next start makes a new CA");
        }
        return new AuthorityFiles(files, certificate);
    }

    private static void requireNothingIssued(CertificateFolder files) {
        Stream.of(files.serverCertificate(), files.register(), files.revocations())
                .filter(Files::exists)
                .findFirst()
                .ifPresent(remains -> {
                    throw new PartFailure(
                            files.caCertificate()
                                    + " is not there, but "
                                    + remains.getFileName()
                                    + " is; put it back, or move "
                                    + files.path()
                                    + " away, and the next start makes a new CA");
                });
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Whether the key is kept here; a broker alone runs without it. */
    boolean canSign() {
        return Files.exists(files.caKey());
    }

    /**
     * The CA with its key.
     *
     * @throws PartFailure if the key cannot be read or is another's
     */
    Authority authority() {
        if (!canSign()) {
            throw new PartFailure(
                    files.caKey()
                            + " is not there, and nothing can be issued, renewed or revoked without"
                            + " it; put it back for as long as that takes");
        }
        PrivateKey key = Pem.key(files.caKey());
        KeyedCertificate own = new KeyedCertificate(key, List.of(certificate));
        if (!own.belongTogether()) {
            throw new PartFailure(
                    files.caKey()
                            + " is not the key of "
                            + files.caCertificate()
                            + "; put the one back that belongs to it");
        }
        return new Authority(own);
    }

    /**
     * Sees that the signed list names all that the register says is revoked. What the list names
     * stays on it even where the register was lost.
     */
    void matchRevocations(Register register, Instant now) {
        Map<BigInteger, Instant> revoked = new TreeMap<>();
        BigInteger number = BigInteger.ZERO;
        boolean there = Files.exists(files.revocations());
        if (there) {
            X509CRLHolder list = RevokedSerials.read(files.revocations(), certificate);
            number = Authority.number(list);
            RevokedSerials.entries(list)
                    .forEach(it ->
                            revoked.put(it.getSerialNumber(), it.getRevocationDate().toInstant()));
        }
        int before = revoked.size();
        register.revoked().forEach(revoked::putIfAbsent);
        if (!there || revoked.size() > before) {
            X509CRLHolder list = authority().revocations(revoked, number.add(BigInteger.ONE), now);
            OwnerFiles.write(files.revocations(), Pem.of(list), OwnerFiles.Readers.EVERYBODY);
        }
    }
}
