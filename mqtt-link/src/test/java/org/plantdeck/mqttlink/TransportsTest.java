package org.plantdeck.mqttlink;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.broker.certs.IssuedFiles;
import org.plantdeck.broker.guard.Admission;
import org.plantdeck.broker.guard.Rights;
import org.plantdeck.broker.listen.Listener;
import org.plantdeck.broker.listen.Listener.Transport;
import org.plantdeck.fixtures.FreePorts;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** Links over every transport, whom they trust and how they say who they are. */
@Timeout(120)
final class TransportsTest {

    private static final String BUNDLE = "only for this test";
    private static final String PASSWORD = "right";

    /** An address of this machine that is in no certificate. */
    private static final String OTHER_NAME = "127.0.0.2";

    @TempDir private static Path folder;

    private static CertificateStore certificates;
    private static IssuedFiles press;
    private static EmbeddedBroker broker;

    private final List<MqttLink> open = new ArrayList<>();

    /** The broker's ports. */
    enum Way {
        TCP("tcp", Transport.TCP, false),
        SSL("ssl", Transport.TLS, false),
        WS("ws", Transport.WEBSOCKET, false),
        WSS("wss", Transport.SECURE_WEBSOCKET, false),
        MUTUAL_SSL("ssl", Transport.TLS, true),
        MUTUAL_WSS("wss", Transport.SECURE_WEBSOCKET, true);

        private final String scheme;
        private final Transport transport;
        private final boolean mutual;
        private final int port = FreePorts.one();

        Way(String scheme, Transport transport, boolean mutual) {
            this.scheme = scheme;
            this.transport = transport;
            this.mutual = mutual;
        }

        Listener listener(String bind) {
            return new Listener("its port", transport, bind, port, mutual, false);
        }

        URI at(String host) {
            return URI.create(
                    "%s://%s:%d%s"
                            .formatted(scheme, host, port, transport.isWebSocket() ? "/mqtt" : ""));
        }
    }

    @BeforeAll
    static void startBroker() {
        certificates = CertificateStore.open(folder.resolve("certs"), InstantSource.system());
        press = certificates.issue("press1", BUNDLE.toCharArray());
        List<Listener> listeners = new ArrayList<>();
        for (Way way : Way.values()) {
            listeners.add(way.listener("127.0.0.1"));
            listeners.add(way.listener(OTHER_NAME));
        }
        BrokerSettings usual = BrokerSettings.open("local-broker", "127.0.0.1", 1, folder);
        broker =
                EmbeddedBroker.of(
                        new BrokerSettings(
                                usual.name(),
                                listeners,
                                folder.resolve("broker"),
                                Optional.of(folder.resolve("certs")),
                                usual.limits(),
                                usual.queues(),
                                () -> TransportsTest::admit));
        broker.start();
    }

    private static CompletableFuture<Admission.Decision> admit(Admission.Candidate candidate) {
        Optional<String> name =
                candidate
                        .commonName()
                        .or(() ->
                                candidate
                                        .password()
                                        .map(it -> new String(it, UTF_8))
                                        .filter(PASSWORD::equals)
                                        .flatMap(_ -> candidate.user()));
        return CompletableFuture.completedFuture(
                name.<Admission.Decision>map(
                                it -> new Admission.Decision.Admitted(Rights.everything(it)))
                        .orElseGet(() -> new Admission.Decision.Refused(true, "who is it?")));
    }

    @AfterAll
    static void endBroker() {
        broker.close();
    }

    @AfterEach
    void endLinks() {
        open.forEach(MqttLink::close);
    }

    private MqttLink link(URI url, Optional<Login> login, TlsFiles tls) {
        MqttLink link =
                new PahoLinks(
                                InstantSource.system(),
                                "test",
                                _ -> login,
                                _ -> tls.context(InstantSource.system().instant()))
                        .link(
                                new LinkSettings(
                                        url,
                                        "link-" + UUID.randomUUID(),
                                        LinkSettings.Session.CLEAN,
                                        "",
                                        Duration.ofSeconds(10),
                                        1_000,
                                        10));
        open.add(link);
        return link;
    }

    private static Optional<Login> password(String password) {
        return Optional.of(new Login("PLC1", password));
    }

    private static TlsFiles trusting(Optional<TlsFiles.Bundle> client) {
        return new TlsFiles(List.of(certificates.caCertificate()), false, client);
    }

    /** As where no CA is set: the own one is trusted beside Java's. */
    private static TlsFiles holder() {
        return new TlsFiles(
                List.of(certificates.caCertificate()),
                true,
                Optional.of(new TlsFiles.Bundle(press.bundle(), BUNDLE)));
    }

    private static void assertCarries(MqttLink link) throws Exception {
        String topic = "test/" + UUID.randomUUID();
        BlockingQueue<Delivery> seen = new LinkedBlockingQueue<>();
        link.subscribe(topic, 1, DeliveryHandler.acknowledging(seen::add));
        link.start();
        for (int i = 0; i < 100; i++) {
            link.publish(OnABroker.message(topic, "x".repeat(i * 100) + i));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(OnABroker.text(OnABroker.await(seen, _ -> true)))
                    .isEqualTo("x".repeat(i * 100) + i);
        }
    }

    /** An attempt may be cut before it has read why; the next one reads it. */
    private static void assertStaysDown(MqttLink link, String words) throws Exception {
        link.start();
        OnABroker.awaitState(link, it -> it.reason().contains(words), new CountDownLatch(1));
        assertThat(link.state().phase()).isEqualTo(LinkState.Phase.DOWN);
        assertThat(link.counts().connects()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "SSL", "WS", "WSS"})
    void aPasswordIsTakenOverEveryTransport(Way way) throws Exception {
        assertCarries(link(way.at("localhost"), password(PASSWORD), trusting(Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource(names = {"SSL", "WSS", "MUTUAL_SSL", "MUTUAL_WSS"})
    void aCertificateIsEnoughWhereThereIsTls(Way way) throws Exception {
        assertCarries(link(way.at("127.0.0.1"), Optional.empty(), holder()));
    }

    @ParameterizedTest
    @EnumSource(names = {"SSL", "WS"})
    void aLinkThatWasCutComesBackAndIsStillItself(Way way) throws Exception {
        String topic = "test/" + UUID.randomUUID();
        MqttLink link = link(way.at("localhost"), password(PASSWORD), trusting(Optional.empty()));
        BlockingQueue<Delivery> seen = new LinkedBlockingQueue<>();
        link.subscribe(topic, 1, DeliveryHandler.acknowledging(seen::add));
        link.start();
        link.publish(OnABroker.message(topic, "before"));
        OnABroker.await(seen, it -> OnABroker.text(it).equals("before"));
        broker.stop();
        link.publish(OnABroker.message(topic, "during"));
        broker.start();
        OnABroker.await(seen, it -> OnABroker.text(it).equals("during"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SSL", "WS", "WSS"})
    void aWrongPasswordIsSaidSo(Way way) throws Exception {
        assertStaysDown(
                link(way.at("localhost"), password("wrong"), trusting(Optional.empty())),
                "no link to " + way.at("localhost") + ": Bad user name or password");
    }

    @ParameterizedTest
    @EnumSource(names = {"SSL", "WSS"})
    void aBrokerWithACertificateOfAnUnknownCaIsNotTrusted(Way way) throws Exception {
        assertStaysDown(
                link(
                        way.at("localhost"),
                        password(PASSWORD),
                        new TlsFiles(List.of(), true, Optional.empty())),
                "the broker's certificate is from a CA that is not trusted here");
    }

    @ParameterizedTest
    @EnumSource(names = {"SSL", "WSS"})
    void aBrokerWhoseCertificateIsForAnotherNameIsNotTrusted(Way way) throws Exception {
        assertStaysDown(
                link(way.at(OTHER_NAME), password(PASSWORD), trusting(Optional.empty())),
                "the broker's certificate is for another name than the one in the URL");
    }

    @ParameterizedTest
    @EnumSource(names = {"MUTUAL_SSL", "MUTUAL_WSS"})
    void aMissingCertificateIsSaidSo(Way way) throws Exception {
        assertStaysDown(
                link(way.at("localhost"), password(PASSWORD), trusting(Optional.empty())),
                "the broker wants a client certificate and none is set");
    }

    @ParameterizedTest
    @EnumSource(names = {"MUTUAL_SSL", "MUTUAL_WSS"})
    void aRevokedCertificateIsSaidSo(Way way) throws Exception {
        String name = "revoked-over-" + way.scheme;
        IssuedFiles files = certificates.issue(name, BUNDLE.toCharArray());
        certificates.revoke(name);
        assertStaysDown(
                link(
                        way.at("localhost"),
                        Optional.empty(),
                        trusting(Optional.of(new TlsFiles.Bundle(files.bundle(), BUNDLE)))),
                "the broker refuses the certificate");
    }

    @Test
    void aPortWithoutTlsIsSaidSo() throws Exception {
        URI url = URI.create("ssl://localhost:" + Way.TCP.port);
        assertStaysDown(
                link(url, password(PASSWORD), trusting(Optional.empty())),
                "is it TLS that is spoken on that port?");
        assertStaysDown(
                link(
                        URI.create("tcp://localhost:" + Way.SSL.port),
                        password(PASSWORD),
                        trusting(Optional.empty())),
                "the broker ended the connection");
    }

    @Test
    void aFileThatIsNotThereAnyMoreIsNamedAndAwaited() throws Exception {
        Path copy = folder.resolve("copy.crt.pem");
        TlsFiles tls = new TlsFiles(List.of(copy), false, Optional.empty());
        MqttLink link = link(Way.SSL.at("localhost"), password(PASSWORD), tls);
        assertStaysDown(link, copy + " is not there");

        Files.copy(certificates.caCertificate(), copy);

        assertCarries(link);
    }
}
