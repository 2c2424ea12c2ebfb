package org.plantdeck.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.broker.guard.Admission;
import org.plantdeck.broker.guard.Rights;
import org.plantdeck.broker.limits.Limits;
import org.plantdeck.broker.listen.Listener;
import org.plantdeck.broker.listen.Listener.Transport;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.signal.PartFailure;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Every transport with a real client, and who a certificate says the client is. */
@Timeout(120)
class ListenersTest {

    private static final char[] SECRET = "only for this test".toCharArray();

    @TempDir Path folder;

    private final BlockingQueue<String> names = new LinkedBlockingQueue<>();

    private Listener listener(Transport transport, boolean needsCertificate) {
        return new Listener(
                "local-broker.tls-port",
                transport,
                "127.0.0.1",
                FreePorts.one(),
                needsCertificate,
                false);
    }

    private static final Limits LIMITS =
            new Limits(4_000_000, 100, 100, 100, 8_000_000, Duration.ofSeconds(30));

    private EmbeddedBroker broker(Listener... listeners) {
        BrokerSettings usual = BrokerSettings.open("local-broker", "127.0.0.1", 1, folder);
        return EmbeddedBroker.of(
                new BrokerSettings(
                        usual.name(),
                        List.of(listeners),
                        folder.resolve("broker"),
                        Optional.of(folder.resolve("certs")),
                        LIMITS,
                        usual.queues(),
                        () ->
                                candidate -> {
                                    String name = candidate.commonName().orElse("nobody");
                                    names.add(name);
                                    return CompletableFuture.completedFuture(
                                            new Admission.Decision.Admitted(
                                                    Rights.everything(name)));
                                }));
    }

    private SSLContext trusting(Optional<Path> bundle) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream pem =
                Files.newInputStream(folder.resolve("certs").resolve("ca.crt.pem"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (bundle.isPresent()) {
            try (InputStream file = Files.newInputStream(bundle.get())) {
                own.load(file, SECRET);
            }
        }
        keys.init(own, SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** What one client publishes to itself over a transport; and when it was cut off. */
    private record Talk(MqttClient client, BlockingQueue<String> seen, CompletableFuture<Void> cut)
            implements AutoCloseable {

        void echo(String word) throws Exception {
            client.subscribe("echo", 1);
            client.publish("echo", word.getBytes(UTF_8), 1, false);
            assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo(word);
        }

        @Override
        public void close() throws MqttException {
            if (client.isConnected()) {
                client.disconnect();
            }
            client.close(true);
        }
    }

    private static Talk talk(String url, Optional<SSLContext> tls) throws Exception {
        MqttClient client = new MqttClient(url, "", new MemoryPersistence());
        client.setTimeToWait(30_000);
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        CompletableFuture<Void> cut = new CompletableFuture<>();
        client.setCallback(
                new MqttCallback() {
                    @Override
                    public void connectionLost(Throwable cause) {
                        cut.complete(null);
                    }

                    @Override
                    public void messageArrived(String topic, MqttMessage message) {
                        seen.add(new String(message.getPayload(), UTF_8));
                    }

                    @Override
                    public void deliveryComplete(IMqttDeliveryToken token) {}
                });
        MqttConnectOptions options = new MqttConnectOptions();
        tls.ifPresent(it -> options.setSocketFactory(it.getSocketFactory()));
        client.connect(options);
        return new Talk(client, seen, cut);
    }

    @Test
    void mqttIsSpokenOverEveryTransport() throws Exception {
        Listener tcp = listener(Transport.TCP, false);
        Listener websocket = listener(Transport.WEBSOCKET, false);
        Listener tls = listener(Transport.TLS, false);
        Listener secure = listener(Transport.SECURE_WEBSOCKET, false);
        try (EmbeddedBroker broker = broker(tcp, websocket, tls, secure)) {
            broker.start();
            Optional<SSLContext> trusting = Optional.of(trusting(Optional.empty()));
            try (Talk overTcp = talk("tcp://127.0.0.1:" + tcp.port(), Optional.empty());
                    Talk overWebSocket =
                            talk("ws://127.0.0.1:" + websocket.port() + "/mqtt", Optional.empty());
                    Talk overTls = talk("ssl://127.0.0.1:" + tls.port(), trusting);
                    Talk overBoth = talk("wss://127.0.0.1:" + secure.port() + "/mqtt", trusting)) {
                overTcp.echo("tcp");
                overWebSocket.echo("websocket".repeat(300_000));
                overTls.echo("tls");
                overBoth.echo("both");
                assertThat(broker.clientCount()).isEqualTo(4);
            }
            assertThat(names).containsOnly("nobody").hasSize(4);
        }
    }

    @Test
    void aCertificateNamesTheClientUntilItIsRevoked() throws Exception {
        Listener tls = listener(Transport.TLS, true);
        String url = "ssl://localhost:" + tls.port();
        try (EmbeddedBroker broker = broker(tls)) {
            broker.start();
            CertificateStore store =
                    CertificateStore.open(folder.resolve("certs"), InstantSource.system());
            Path bundle = store.issue("sensor-7", SECRET).bundle();
            SSLContext named = trusting(Optional.of(bundle));
            SSLContext unnamed = trusting(Optional.empty());

            assertThatThrownBy(() -> talk(url, Optional.of(unnamed)))
                    .isInstanceOf(MqttException.class);
            try (Talk device = talk(url, Optional.of(named))) {
                device.echo("named");
                assertThat(names).containsExactly("sensor-7");
                store.revoke("sensor-7");
                device.cut().get(30, TimeUnit.SECONDS);
            }
            assertThatThrownBy(() -> talk(url, Optional.of(named)))
                    .isInstanceOf(MqttException.class);
        }
    }

    @Test
    void aPortThatIsTakenEndsTheStartUnlessItIsSpare() throws Exception {
        Listener open = listener(Transport.TCP, false);
        Listener taken =
                new Listener(
                        "local-broker.websocket-port",
                        Transport.WEBSOCKET,
                        "127.0.0.1",
                        open.port(),
                        false,
                        false);
        Listener spare =
                new Listener(
                        taken.setting(),
                        taken.transport(),
                        taken.bind(),
                        taken.port(),
                        false,
                        true);
        try (EmbeddedBroker failing = broker(open, taken)) {
            assertThatThrownBy(failing::start)
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("local-broker.websocket-port " + open.port());
        }
        try (EmbeddedBroker broker = broker(open, spare)) {
            broker.start();
            try (Talk over = talk("tcp://127.0.0.1:" + open.port(), Optional.empty())) {
                over.echo("still");
            }
        }
    }
}
