package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.broker.certs.IssuedFiles;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.Login;
import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.mqttlink.TlsFiles;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The whole plant on brokers of somebody else's: two Mosquittos, reached over TLS. */
@Timeout(120)
final class OnMosquittoTest {

    private static final String USER = "plant";
    private static final String PASSWORD = "a password of this test";
    private static final String BUNDLE = "another of this test";

    @TempDir private Path temporary;

    private CertificateStore certificates;
    private IssuedFiles plant;
    private Path ca;

    @BeforeEach
    void makeCertificates() throws IOException {
        Mosquitto.readable(temporary);
        certificates =
                CertificateStore.open(temporary.resolve("authority"), InstantSource.system());
        plant = certificates.issue(USER, BUNDLE.toCharArray());
        ca = certificates.caCertificate();
    }

    @Test
    void theWholePlantRunsOnThemByPasswordAndByCertificate() throws Exception {
        int factoryPort = FreePorts.one();
        int cloudPort = FreePorts.one();
        URI factoryUrl = URI.create("ssl://localhost:" + factoryPort);
        URI cloudUrl = URI.create("wss://localhost:" + cloudPort + "/mqtt");
        try (Mosquitto factory = byPassword(factoryPort);
                Mosquitto cloud = byCertificate(cloudPort);
                Ground ground = ground(factoryUrl, cloudUrl)) {
            factory.start();
            cloud.start();
            ground.headless();
            try (Witness here = new Witness(factoryUrl, withPassword(), "factory/#", "status/+");
                    Witness there =
                            new Witness(cloudUrl, withCertificate(), "cloud/#", "status/+")) {
                there.awaitMore(AnalyticsWindow.TOPIC, 3);
                assertCommandIsAnswered(here);
                ground.terminate("headless");
                assertOrderlyEnd(here, there);
            }
            assertStored(ground.data());
        }
    }

    private Mosquitto byPassword(int port) throws Exception {
        return new Mosquitto(temporary.resolve("factory"), certificates)
                .withUser(USER, PASSWORD)
                .listen(port);
    }

    /** Mosquitto before 2.0.12 does not start where WebSocket is all it is to speak. */
    private Mosquitto byCertificate(int port) throws IOException {
        return new Mosquitto(temporary.resolve("cloud"), certificates)
                .listenToHolders(FreePorts.one())
                .listenToHolders(port, "protocol websockets");
    }

    private Ground ground(URI factoryUrl, URI cloudUrl) throws IOException {
        return new Ground(
                temporary,
                "simulation.history=0h",
                "simulation.speed=20",
                "local-broker.url=" + factoryUrl,
                "local-broker.username=" + USER,
                "local-broker.password=" + PASSWORD,
                "local-broker.ca-file=" + ca,
                "cloud-broker.url=" + cloudUrl,
                "cloud-broker.ca-file=" + ca,
                "cloud-broker.certificate-file=" + plant.bundle(),
                "cloud-broker.certificate-password=" + BUNDLE);
    }

    private LinkFactory withPassword() {
        return links(Optional.of(new Login(USER, PASSWORD)), Optional.empty());
    }

    private LinkFactory withCertificate() {
        return links(Optional.empty(), Optional.of(new TlsFiles.Bundle(plant.bundle(), BUNDLE)));
    }

    private LinkFactory links(Optional<Login> login, Optional<TlsFiles.Bundle> bundle) {
        InstantSource clock = InstantSource.system();
        TlsFiles tls = new TlsFiles(List.of(ca), false, bundle);
        return new PahoLinks(clock, "test", _ -> login, _ -> tls.context(clock.instant()));
    }

    private static void assertCommandIsAnswered(Witness here) throws InterruptedException {
        Command stop = new Command("r-1", "stop", Value.absent(), Instant.now(), "operator");
        here.publish(FactorySource.LINE.commandTopic(), CommandCodec.encode(stop));

        here.await(
                all ->
                        all.stream()
                                .filter(it -> it.topic().equals(FactorySource.LINE.resultTopic()))
                                .anyMatch(it -> it.text().contains("\"done\"")),
                () -> "the line stopped");
    }

    private static void assertOrderlyEnd(Witness here, Witness there) throws InterruptedException {
        for (String part : List.of("PLC1", "PLC2", "PLC3", "Historian", "Bridge")) {
            here.awaitStatus(part, OnMosquittoTest::isOffline);
        }
        for (String part : List.of("Bridge", "Analytics")) {
            there.awaitStatus(part, OnMosquittoTest::isOffline);
        }
    }

    private static boolean isOffline(PartStatus status) {
        return status.health().state() == Health.State.OFFLINE;
    }

    private static void assertStored(Path data) throws Exception {
        StoredNumbers stored = new StoredNumbers(data);
        for (FactorySource source : FactorySource.values()) {
            assertUnbroken(stored.readings(source));
        }
        assertUnbroken(stored.windows());
        assertThat(Files.exists(data.resolve("local-broker"))).isFalse();
        assertThat(Files.exists(data.resolve("cloud-broker"))).isFalse();
    }

    private static void assertUnbroken(List<Long> numbers) {
        assertThat(numbers)
                .isNotEmpty()
                .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    }
}
