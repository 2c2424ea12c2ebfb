package org.plantdeck.broker.certs;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Decides at a handshake whether a client's certificate is good: made by this CA for a client, not
 * past its end and not revoked, as of this moment. Each refusal is an exception whose message is
 * one sentence. Threads: any.
 */
public final class ClientTrust extends X509ExtendedTrustManager {

    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    private final X509Certificate ca;
    private final RevokedSerials revoked;
    private final InstantSource clock;

    ClientTrust(X509Certificate ca, RevokedSerials revoked, InstantSource clock) {
        this.ca = ca;
        this.revoked = revoked;
        this.clock = clock;
    }

    /**
     * The serial numbers that are revoked as of now, in this process or in another. Costs one look
     * at a file's attributes while nothing changes, and is then the same set. Unmodifiable.
     */
    public Set<BigInteger> revoked() {
        return revoked.now();
    }

    /**
     * The common name of a certificate's subject: whose it is.
     *
     * @throws IllegalArgumentException if it has none or several; none that this trust lets pass
     *     does
     */
    public static String commonName(X509Certificate certificate) {
        return findCommonName(certificate)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no single common name: " + certificate.getSerialNumber()));
    }

    private static Optional<String> findCommonName(X509Certificate certificate) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        List<ASN1Encodable> names =
                Arrays.stream(subject.getRDNs())
                        .map(RDN::getTypesAndValues)
                        .flatMap(Stream::of)
                        .filter(it -> it.getType().equals(BCStyle.CN))
                        .map(AttributeTypeAndValue::getValue)
                        .toList();
        return names.size() == 1 && names.getFirst() instanceof ASN1String name
                ? Optional.of(name.getString())
                : Optional.empty();
    }

    /**
     * The same decision as in a handshake.
     *
     * @param chain what the client sent, its own certificate first
     * @throws CertificateException saying in one sentence why not
     */
    public void check(X509Certificate... chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("the client sent no certificate");
        }
        X509Certificate client = chain[0];
        checkPath(chain);
        String name =
                findCommonName(client)
                        .orElseThrow(() ->
                                new CertificateException(
                                        "a client's certificate needs exactly one common name"));
        List<String> purposes = client.getExtendedKeyUsage();
        if (purposes == null
                || !purposes.contains(CLIENT_AUTHENTICATION)
                || client.getBasicConstraints() >= 0) {
            throw new CertificateException(
                    "the certificate of " + ClientName.printable(name) + " is not one for clients");
        }
        if (revoked().contains(client.getSerialNumber())) {
            throw new CertificateException(
                    named(client)
                            + " is revoked; plantdeck certs issue NAME makes a new one for a"
                            + " client that may come in again");
        }
    }

    private void checkPath(X509Certificate... chain) throws CertificateException {
        Instant now = clock.instant();
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(ca, null)));
            parameters.setDate(Date.from(now));
            parameters.setRevocationEnabled(false); // our own list is looked at afterwards
            List<X509Certificate> path = Arrays.stream(chain).filter(it -> !it.equals(ca)).toList();
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(path),
                            parameters);
        } catch (CertPathValidatorException e) {
            throw refusal(chain[0], e);
        } catch (GeneralSecurityException e) {
            throw new CertificateException("a client's certificate cannot be examined", e);
        }
    }

    private static CertificateException refusal(
            X509Certificate client, CertPathValidatorException why) {
        if (why.getReason() == BasicReason.EXPIRED) {
            return new CertificateException(
                    named(client)
                            + " expired on "
                            + day(client.getNotAfter().toInstant())
                            + "; plantdeck certs renew NAME makes a new one",
                    why);
        }
        if (why.getReason() == BasicReason.NOT_YET_VALID) {
            return new CertificateException(
                    named(client)
                            + " is valid only from "
                            + client.getNotBefore().toInstant()
                            + " on; set the clock of this machine",
                    why);
        }
        return new CertificateException(
                named(client)
                        + " was not issued by this plant's CA; plantdeck certs issue NAME makes one"
                        + " that is",
                why);
    }

    private static String named(X509Certificate client) {
        return "the certificate "
                + client.getSerialNumber().toString(16)
                + " of "
                + ClientName.printable(findCommonName(client).orElse("nobody"));
    }

    /** A day in UTC, as written in sentences. */
    static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw notAServer();
    }

    private static CertificateException notAServer() {
        return new CertificateException("a broker examines clients, not servers");
    }

    /** The CA, which a handshake names to the client so that it picks the right certificate. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {ca};
    }
}
