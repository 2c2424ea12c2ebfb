package org.plantdeck.broker.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.cert.X509CRLHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What lies in the folder after each thing that can be done. */
final class CertificateStoreTest {

    private static final char[] PASSWORD = "correct horse".toCharArray();

    @TempDir Path temporary;

    private Plant plant() {
        return new Plant(temporary.resolve("data").resolve("certs"));
    }

    private static Set<String> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return Set.copyOf(all.map(it -> it.getFileName().toString()).toList());
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void validate(Plant plant, X509Certificate certificate) throws Exception {
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(plant.certificate("ca"), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(plant.clock.instant()));
        var _ =
                CertPathValidator.getInstance("PKIX")
                        .validate(
                                CertificateFactory.getInstance("X.509")
                                        .generateCertPath(List.of(certificate)),
                                parameters);
    }

    private static List<BigInteger> revoked(Plant plant) {
        X509CRLHolder list = RevokedSerials.read(plant.file("crl.pem"), plant.certificate("ca"));
        return RevokedSerials.entries(list).stream().map(it -> it.getSerialNumber()).toList();
    }

    @Test
    void theFirstUseMakesACaAServerCertificateAndAnEmptyListOfRevoked() throws Exception {
        Plant plant = plant();
        plant.open();

        assertThat(entries(plant.folder))
                .containsExactlyInAnyOrder(
                        ".lock",
                        "ca.crt.pem",
                        "ca.key.pem",
                        "server.crt.pem",
                        "server.key.pem",
                        "crl.pem");
        X509Certificate ca = plant.certificate("ca");
        assertThat(ca.getBasicConstraints()).isZero();
        assertThat(ca.getKeyUsage()[5]).as("signs certificates").isTrue();
        assertThat(ca.getKeyUsage()[6]).as("signs lists").isTrue();
        assertThat(ca.getNotAfter().toInstant()).isEqualTo(Plant.NOON.plus(3_652, ChronoUnit.DAYS));
        X509Certificate server = plant.certificate("server");
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(server.getNotAfter().toInstant())
                .isEqualTo(Plant.NOON.plus(825, ChronoUnit.DAYS));
        validate(plant, server);
        assertThat(revoked(plant)).isEmpty();
    }

    @Test
    void keysAndBundlesAreTheOwnersAloneAndCertificatesEverybodys() throws IOException {
        Plant plant = plant();
        plant.open().issue("press1", PASSWORD);

        assertThat(permissions(plant.folder)).isEqualTo("rwx------");
        for (String secret :
                List.of("ca.key.pem", "server.key.pem", "press1.key.pem", "press1.p12")) {
            assertThat(permissions(plant.file(secret))).as(secret).isEqualTo("rw-------");
        }
        for (String open : List.of("ca.crt.pem", "server.crt.pem", "press1.crt.pem", "crl.pem")) {
            assertThat(permissions(plant.file(open))).as(open).startsWith("rw-");
        }
        assertThat(entries(plant.folder)).noneMatch(it -> it.endsWith(".new"));
    }

    @Test
    void aSecondOpeningChangesNothing() throws IOException {
        Plant plant = plant();
        plant.open();
        byte[] ca = Files.readAllBytes(plant.file("ca.crt.pem"));
        byte[] server = Files.readAllBytes(plant.file("server.crt.pem"));
        byte[] list = Files.readAllBytes(plant.file("crl.pem"));

        plant.clock.pass(Duration.ofDays(700));
        plant.open();

        assertThat(plant.file("ca.crt.pem")).hasBinaryContent(ca);
        assertThat(plant.file("server.crt.pem")).hasBinaryContent(server);
        assertThat(plant.file("crl.pem")).hasBinaryContent(list);
    }

    @Test
    void anIssuedCertificateIsOneForAClientOfThatName() throws Exception {
        Plant plant = plant();
        IssuedFiles given = plant.open().issue("press-1_a.b", PASSWORD);

        X509Certificate certificate = plant.certificate("press-1_a.b");
        validate(plant, certificate);
        assertThat(ClientTrust.commonName(certificate)).isEqualTo("press-1_a.b");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(given.issued().serial()).isEqualTo(certificate.getSerialNumber());
        assertThat(given.issued().validUntil()).isEqualTo(Plant.NOON.plus(825, ChronoUnit.DAYS));
        assertThat(ServerFiles.read(given.certificate(), given.key()).certificate())
                .isEqualTo(certificate);
    }

    @Test
    void theBundleOpensWithItsPasswordAloneAndHoldsKeyCertificateAndCa() throws Exception {
        Plant plant = plant();
        plant.open().issue("press1", PASSWORD);

        KeyStore bundle = plant.bundle("press1", PASSWORD);
        assertThat(bundle.getCertificateChain("press1"))
                .containsExactly(plant.certificate("press1"), plant.certificate("ca"));
        PrivateKey key = (PrivateKey) bundle.getKey("press1", PASSWORD);
        assertThat(key).isEqualTo(Pem.key(plant.file("press1.key.pem")));
        assertThatThrownBy(() -> plant.bundle("press1", "another".toCharArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void passwordsAreLongAndNeverTheSame() {
        assertThat(BundlePassword.random()).hasSize(20).isNotEqualTo(BundlePassword.random());
    }

    @Test
    void aRevokedCertificateIsOnTheSignedListAndInTheRegister() {
        Plant plant = plant();
        CertificateStore store = plant.open();
        IssuedCertificate press1 = store.issue("press1", PASSWORD).issued();
        IssuedCertificate press2 = store.issue("press2", PASSWORD).issued();
        plant.clock.pass(Duration.ofDays(3));

        IssuedCertificate ended = store.revoke("press1");

        assertThat(ended.revokedAt()).contains(plant.clock.instant());
        assertThat(revoked(plant)).containsExactly(press1.serial());
        assertThat(plant.open().list().subList(2, 4)).containsExactly(ended, press2);
        assertThat(ended.isValidAt(plant.clock.instant())).isFalse();
        assertThat(press2.isValidAt(plant.clock.instant())).isTrue();
    }

    @Test
    void aRevokedNameMayBeIssuedAgain() {
        CertificateStore store = plant().open();
        IssuedCertificate first = store.issue("press1", PASSWORD).issued();
        store.revoke("press1");
        IssuedCertificate second = store.issue("press1", PASSWORD).issued();

        assertThat(store.list().subList(2, 4)).containsExactly(first.revoked(Plant.NOON), second);
    }

    @Test
    void aRenewalReplacesKeyAndCertificateAndRevokesTheOldOne() throws Exception {
        Plant plant = plant();
        CertificateStore store = plant.open();
        IssuedCertificate old = store.issue("press1", PASSWORD).issued();
        PrivateKey oldKey = Pem.key(plant.file("press1.key.pem"));

        IssuedFiles renewed = store.renew("press1", "other".toCharArray());

        assertThat(revoked(plant)).containsExactly(old.serial());
        assertThat(plant.certificate("press1").getSerialNumber())
                .isEqualTo(renewed.issued().serial())
                .isNotEqualTo(old.serial());
        assertThat(Pem.key(renewed.key())).isNotEqualTo(oldKey);
        assertThat(plant.bundle("press1", "other".toCharArray()).getCertificate("press1"))
                .isEqualTo(plant.certificate("press1"));
    }

    @Test
    void theListBeginsWithTheCaAndTheServer() {
        Plant plant = plant();
        CertificateStore store = plant.open();

        assertThat(store.list())
                .extracting(IssuedCertificate::name)
                .containsExactly("ca", "server");
        assertThat(store.list().getLast().serial())
                .isEqualTo(plant.certificate("server").getSerialNumber());
    }

    @Test
    void aListThatWasLostIsMadeAgainAndARegisterThatWasLostForgivesNobody() throws IOException {
        Plant plant = plant();
        CertificateStore store = plant.open();
        BigInteger press1 = store.issue("press1", PASSWORD).issued().serial();
        store.revoke("press1");

        Files.delete(plant.file("crl.pem"));
        plant.open();
        assertThat(revoked(plant)).containsExactly(press1);

        Files.delete(plant.file("issued.json"));
        CertificateStore without = plant.open();
        BigInteger press2 = without.issue("press2", PASSWORD).issued().serial();
        without.revoke("press2");
        assertThat(revoked(plant)).containsExactlyInAnyOrder(press1, press2);
    }

    @Test
    void eachListHasAHigherNumber() {
        Plant plant = plant();
        CertificateStore store = plant.open();
        X509Certificate ca = plant.certificate("ca");
        BigInteger first = Authority.number(RevokedSerials.read(plant.file("crl.pem"), ca));
        store.issue("press1", PASSWORD);
        store.revoke("press1");

        assertThat(Authority.number(RevokedSerials.read(plant.file("crl.pem"), ca)))
                .isGreaterThan(first);
    }
}
