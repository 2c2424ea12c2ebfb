package org.plantdeck.broker.certs;

import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The serial numbers a CA's list names as revoked, read anew whenever its file is another. Where
 * the file has become unreadable or is not the CA's, what was known stays known. Threads: any; one
 * at a time reads.
 */
final class RevokedSerials {

    private static final Logger LOG = LoggerFactory.getLogger(RevokedSerials.class);

    private final Path file;
    private final X509Certificate ca;
    private volatile Known known;

    private record Known(FileStamp stamp, Set<BigInteger> serials) {}

    /**
     * @throws PartFailure if the list cannot be read or is not the CA's
     */
    RevokedSerials(Path file, X509Certificate ca) {
        this.file = file;
        this.ca = ca;
        FileStamp before = FileStamp.of(file);
        known = new Known(before, serials(read(file, ca)));
    }

    /** The serial numbers as of now; costs one look at the file's attributes. Unmodifiable. */
    Set<BigInteger> now() {
        FileStamp stamp = FileStamp.of(file);
        Known latest = known;
        return latest.stamp().equals(stamp) ? latest.serials() : reread().serials();
    }

    private synchronized Known reread() {
        FileStamp stamp = FileStamp.of(file);
        if (known.stamp().equals(stamp)) {
            return known;
        }
        try {
            known = new Known(stamp, serials(read(file, ca)));
        } catch (PartFailure e) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("reason", e.sentence())
                    .log("The list of revoked certificates stays as it was");
            known = new Known(stamp, known.serials());
        }
        return known;
    }

    private static Set<BigInteger> serials(X509CRLHolder list) {
        Set<BigInteger> serials = new TreeSet<>();
        entries(list).forEach(entry -> serials.add(entry.getSerialNumber()));
        return Set.copyOf(serials);
    }

    /** The entries of a list. */
    @SuppressWarnings("unchecked") // the library's signature is older than generics
    static Collection<X509CRLEntryHolder> entries(X509CRLHolder list) {
        return list.getRevokedCertificates();
    }

    /**
     * Reads a list that the CA signed.
     *
     * @throws PartFailure if there is none
     */
    static X509CRLHolder read(Path file, X509Certificate ca) {
        X509CRLHolder list = Pem.revocations(file);
        try {
            if (list.isSignatureValid(
                    new JcaContentVerifierProviderBuilder().build(ca.getPublicKey()))) {
                return list;
            }
        } catch (CertException | OperatorCreationException e) {
            throw new PartFailure(notOfCa(file), e);
        }
        throw new PartFailure(notOfCa(file));
    }

    private static String notOfCa(Path file) {
        return file
                + " was not signed by the CA of this folder; take it away, and the next start makes"
                + " it anew from issued.json";
    }
}
