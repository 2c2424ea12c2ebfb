package org.plantdeck.broker.certs;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The CA of one data directory: makes itself, and signs certificates and the list of the revoked
 * ones. All keys are EC P-256. Writes no file. Threads: any.
 */
final class Authority {

    /** For which time the CA itself is valid. */
    static final Duration LIFE_OF_CA = Duration.ofDays(3_652);

    /** For which time everything else is: as long as common TLS clients accept. */
    static final Duration LIFE = Duration.ofDays(825);

    /** Clocks of devices run behind; a certificate is valid for them too as soon as it is there. */
    private static final Duration BACK_DATED = Duration.ofDays(1);

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyedCertificate own;

    Authority(KeyedCertificate own) {
        this.own = own;
    }

    /** A new CA. Its name is like no other's, so that a client may trust several. */
    static KeyedCertificate make(Instant now) {
        byte[] mark = new byte[4];
        RANDOM.nextBytes(mark);
        X500Name name = name("PlantDeck CA " + HexFormat.of().formatHex(mark));
        KeyPair pair = keyPair();
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            name,
                            serial(),
                            Date.from(now.minus(BACK_DATED)),
                            Date.from(now.plus(LIFE_OF_CA)),
                            name,
                            pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return keyed(pair, builder, pair.getPrivate());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw impossible(e);
        }
    }

    /** A certificate for the broker of a machine. */
    KeyedCertificate server(MachineNames machine, Instant now) {
        return make("PlantDeck broker", KeyPurposeId.id_kp_serverAuth, alternatives(machine), now);
    }

    /** A certificate for a client, whose name is its common name. */
    KeyedCertificate client(String name, Instant now) {
        return make(name, KeyPurposeId.id_kp_clientAuth, List.of(), now);
    }

    private static List<GeneralName> alternatives(MachineNames machine) {
        List<GeneralName> names = new ArrayList<>();
        machine.dnsNames().forEach(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
        machine.addresses()
                .forEach(address ->
                        names.add(
                                new GeneralName(
                                        GeneralName.iPAddress,
                                        new DEROctetString(address.getAddress()))));
        return names;
    }

    private KeyedCertificate make(
            String commonName, KeyPurposeId purpose, List<GeneralName> alternatives, Instant now) {
        Instant end = now.plus(LIFE);
        Instant endOfCa = own.certificate().getNotAfter().toInstant();
        KeyPair pair = keyPair();
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            nameOfCa(),
                            serial(),
                            Date.from(now.minus(BACK_DATED)),
                            Date.from(end.isBefore(endOfCa) ? end : endOfCa),
                            name(commonName),
                            pair.getPublic());
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    identifiers.createSubjectKeyIdentifier(pair.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(own.certificate().getPublicKey()));
            if (!alternatives.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(alternatives.toArray(GeneralName[]::new)));
            }
            return keyed(pair, builder, own.key());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw impossible(e);
        }
    }

    /**
     * A list of revoked certificates. It names no earlier end than the CA's: a new one follows each
     * revocation, not each week.
     *
     * @param revoked when each serial number was revoked
     * @param number greater than that of the list before
     */
    X509CRLHolder revocations(Map<BigInteger, Instant> revoked, BigInteger number, Instant now) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(nameOfCa(), Date.from(now));
            builder.setNextUpdate(own.certificate().getNotAfter());
            revoked.forEach((serial, at) ->
                    builder.addCRLEntry(serial, Date.from(at), CRLReason.unspecified));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(own.certificate().getPublicKey()));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            return builder.build(signer(own.key()));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw impossible(e);
        }
    }

    /** The number of a list; 0 where it has none. */
    static BigInteger number(X509CRLHolder list) {
        Extension number = list.getExtension(Extension.cRLNumber);
        return number == null
                ? BigInteger.ZERO
                : ASN1Integer.getInstance(number.getParsedValue()).getPositiveValue();
    }

    /** The CA's name byte for byte as its certificate has it. */
    private X500Name nameOfCa() throws GeneralSecurityException {
        return new JcaX509CertificateHolder(own.certificate()).getSubject();
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "PlantDeck")
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private static KeyedCertificate keyed(
            KeyPair pair, X509v3CertificateBuilder builder, PrivateKey signedBy)
            throws GeneralSecurityException, OperatorCreationException {
        return new KeyedCertificate(
                pair.getPrivate(),
                List.of(
                        new JcaX509CertificateConverter()
                                .getCertificate(builder.build(signer(signedBy)))));
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(SIGNATURE).setSecureRandom(RANDOM).build(key);
    }

    /** Every Java has EC P-256, and nothing here depends on what anybody typed. */
    private static IllegalStateException impossible(Exception e) {
        return new IllegalStateException("this Java cannot make certificates", e);
    }
}
