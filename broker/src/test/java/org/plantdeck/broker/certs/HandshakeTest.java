package org.plantdeck.broker.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

import javax.net.ssl.SSLContext;

/** Who a broker lets in, over real TLS. The clients' clock is the machine's. */
final class HandshakeTest {

    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static final String TLS_1_3 = "TLSv1.3";

    @TempDir Path temporary;

    private Plant plant;
    private CertificateStore store;
    private ServerIdentity broker;
    private Handshake handshake;

    @BeforeEach
    void openTheFolder() throws IOException {
        plant = new Plant(temporary.resolve("certs"), InstantSource.system().instant());
        store = plant.open();
        broker = store.serverIdentity();
        handshake = new Handshake();
    }

    @AfterEach
    void closeThePort() throws IOException {
        handshake.close();
    }

    private SSLContext client(Plant itsPlant, String name) throws Exception {
        return Handshake.client(
                plant.file("ca.crt.pem"),
                Handshake.keys(itsPlant.bundle(name, PASSWORD), PASSWORD));
    }

    private String connect(SSLContext client) throws Exception {
        return handshake.connect(broker.sslContext(), client, "localhost", TLS_1_3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anIssuedCertificateComesInUnderItsName(String protocol) throws Exception {
        store.issue("press1", PASSWORD);

        assertThat(
                        handshake.connect(
                                broker.sslContext(),
                                client(plant, "press1"),
                                "127.0.0.1",
                                protocol))
                .isEqualTo("came in: press1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1", "press-hall", "press-hall.local"})
    void theBrokerIsKnownByEachOfItsNames(String host) throws Exception {
        store.issue("press1", PASSWORD);

        assertThat(handshake.connect(broker.sslContext(), client(plant, "press1"), host, TLS_1_3))
                .isEqualTo("came in: press1");
    }

    @Test
    void theBrokerIsNotTakenForAnotherMachine() throws Exception {
        store.issue("press1", PASSWORD);

        assertThat(
                        handshake.connect(
                                broker.sslContext(),
                                client(plant, "press1"),
                                "other.example",
                                "TLSv1.2"))
                .doesNotStartWith("came in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aRevokedCertificateIsRefusedAtTheNextConnectEvenOneThatWouldResume(String protocol)
            throws Exception {
        BigInteger serial = store.issue("press1", PASSWORD).issued().serial();
        SSLContext press1 = client(plant, "press1");
        SSLContext before = broker.sslContext();
        assertThat(handshake.connect(before, press1, "localhost", protocol))
                .isEqualTo("came in: press1");
        assertThat(handshake.connect(broker.sslContext(), press1, "localhost", protocol))
                .isEqualTo("came in: press1");
        assertThat(broker.sslContext()).isSameAs(before);

        plant.open().revoke("press1");

        assertThat(handshake.connect(broker.sslContext(), press1, "localhost", protocol))
                .startsWith("the certificate " + serial.toString(16) + " of \"press1\" is revoked");
        assertThat(broker.clients().revoked()).containsExactly(serial);
    }

    @Test
    void theRevokedOnesAreTheSameSetWhileNothingChanges() {
        store.issue("press1", PASSWORD);
        Set<BigInteger> before = broker.clients().revoked();

        assertThat(before).isEmpty();
        assertThat(broker.clients().revoked()).isSameAs(before);
    }

    @Test
    void aListThatIsDamagedLaterForgivesNobody() throws Exception {
        BigInteger serial = store.issue("press1", PASSWORD).issued().serial();
        store.revoke("press1");
        assertThat(broker.clients().revoked()).containsExactly(serial);

        Files.writeString(plant.file("crl.pem"), "damaged");
        assertThat(broker.clients().revoked()).containsExactly(serial);
        Files.delete(plant.file("crl.pem"));
        assertThat(broker.clients().revoked()).containsExactly(serial);
    }

    @Test
    void aCertificateOfAnotherCaIsRefused() throws Exception {
        Plant another = new Plant(temporary.resolve("another"), plant.clock.instant());
        another.open().issue("press1", PASSWORD);
        X509Certificate certificate = another.certificate("press1");

        assertThat(broker.clients())
                .satisfies(it ->
                        assertThatThrownBy(() -> it.check(certificate))
                                .hasMessage(
                                        "the certificate "
                                                + certificate.getSerialNumber().toString(16)
                                                + " of \"press1\" was not issued by this plant's"
                                                + " CA; plantdeck certs issue NAME makes one that"
                                                + " is"));
        assertThat(connect(client(another, "press1"))).doesNotContain("came in");
        assertThatThrownBy(() -> broker.clients().check(certificate, another.certificate("ca")))
                .hasMessageContaining("was not issued by this plant's CA");
    }

    @Test
    void aCertificateThatExpiredIsRefusedWithTheDayOfItsEnd() throws Exception {
        IssuedCertificate issued = store.issue("press1", PASSWORD).issued();
        plant.clock.pass(Duration.ofDays(826));

        assertThat(connect(client(plant, "press1")))
                .isEqualTo(
                        "the certificate "
                                + issued.serialText()
                                + " of \"press1\" expired on "
                                + ClientTrust.day(issued.validUntil())
                                + "; plantdeck certs renew NAME makes a new one");
    }

    @Test
    void aCertificateThatIsNotYetValidPointsAtTheClock() {
        store.issue("press1", PASSWORD);
        plant.clock.pass(Duration.ofDays(-2));

        assertThatThrownBy(() -> broker.clients().check(plant.certificate("press1")))
                .hasMessageContaining("is valid only from")
                .hasMessageEndingWith("set the clock of this machine");
    }

    @Test
    void aClientWithoutACertificateIsRefused() throws Exception {
        assertThat(connect(Handshake.client(plant.file("ca.crt.pem")))).doesNotContain("came in");
        assertThatThrownBy(() -> broker.clients().check())
                .hasMessage("the client sent no certificate");
    }

    @Test
    void theBrokersOwnCertificateAndTheCaAreNotClients() {
        assertThatThrownBy(() -> broker.clients().check(plant.certificate("server")))
                .hasMessage("the certificate of \"PlantDeck broker\" is not one for clients");
        assertThatThrownBy(() -> broker.clients().check(plant.certificate("ca")))
                .hasMessageContaining("is not one for clients");
    }

    @Test
    void aClientThatWasRenewedComesInWithTheNewBundleOnly() throws Exception {
        store.issue("press1", PASSWORD);
        SSLContext old = client(plant, "press1");
        store.renew("press1", PASSWORD);

        assertThat(connect(old)).contains("is revoked");
        assertThat(connect(client(plant, "press1"))).isEqualTo("came in: press1");
    }

    @Test
    void aRenewedServerCertificateIsShownFromTheNextConnectionOn() throws Exception {
        store.issue("press1", PASSWORD);
        X509Certificate before = broker.certificate();

        plant.open().renewServer();

        assertThat(broker.certificate())
                .isNotEqualTo(before)
                .isEqualTo(plant.certificate("server"));
        assertThat(connect(client(plant, "press1"))).isEqualTo("came in: press1");
    }

    @Test
    void aPairThatIsHalfReplacedLeavesTheBrokerWithTheOneItHas() throws Exception {
        IssuedFiles press1 = store.issue("press1", PASSWORD);
        X509Certificate before = broker.certificate();

        Files.copy(press1.key(), plant.file("server.key.pem"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(broker.certificate()).isEqualTo(before);
        assertThat(connect(client(plant, "press1"))).isEqualTo("came in: press1");
    }

    @Test
    void aCertificateFromElsewhereIsShownAndClientsStayThisPlants() throws Exception {
        Plant elsewhere = new Plant(temporary.resolve("elsewhere"), plant.clock.instant());
        elsewhere.open();
        ServerIdentity foreign =
                store.serverIdentity(
                        elsewhere.file("server.crt.pem"), elsewhere.file("server.key.pem"));
        store.issue("press1", PASSWORD);
        KeyStore bundle = plant.bundle("press1", PASSWORD);

        assertThat(
                        handshake.connect(
                                foreign.sslContext(),
                                Handshake.client(
                                        elsewhere.file("ca.crt.pem"),
                                        Handshake.keys(bundle, PASSWORD)),
                                "localhost",
                                TLS_1_3))
                .isEqualTo("came in: press1");
    }

    @Test
    void theNameIsReadAndNotGuessedFromTheText() {
        KeyedCertificate tricky =
                new Authority(Authority.make(plant.clock.instant()))
                        .client("a,CN=admin\\+x", plant.clock.instant());

        assertThat(ClientTrust.commonName(tricky.certificate())).isEqualTo("a,CN=admin\\+x");
    }
}
