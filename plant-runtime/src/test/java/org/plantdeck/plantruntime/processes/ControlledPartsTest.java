package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.parts.Assembly;
import org.plantdeck.plantruntime.parts.PartGroup;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PartState;
import org.plantdeck.plantruntime.parts.PlantStart;
import org.plantdeck.plantruntime.parts.StartFailure;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsReader;
import org.plantdeck.plcsim.runner.PlantPart;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The whole plant with real brokers in this process, whose parts an operator stops and starts. */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ControlledPartsTest {

    private static final String HALL = FactorySource.ENVIRONMENT.topic();
    private static final String ENERGY = FactorySource.ENERGY.topic();
    private static final String LINE = FactorySource.LINE.topic();

    @TempDir private static Path temporary;
    private static Ground ground;
    private static PartGroup group;
    private Witness local;

    @BeforeAll
    static void startThePlant() throws Exception {
        ground = new Ground(temporary);
        DataDirectory directory = DataDirectory.open(ground.data());
        Settings settings =
                SettingsReader.read(
                        AllSettings.catalogue(),
                        directory.settingsFile(),
                        List.of(
                                "local-broker.port=" + ground.localPort(),
                                "cloud-broker.port=" + ground.cloudPort(),
                                "simulation.history=0h",
                                "simulation.speed=20"));
        group =
                new Assembly(settings, directory, InstantSource.system(), "test")
                        .assemble(Assembly.wholePlant(settings), new PlantStart(List.of(), false));
        group.start();
        group.ready().get();
    }

    @AfterAll
    static void endThePlant() {
        group.close();
        ground.close();
    }

    @BeforeEach
    void look() throws Exception {
        local = new Witness(ground.local(), "factory/+", "status/+");
        local.awaitMore(HALL, 3);
        local.awaitMore(ENERGY, 3);
        local.awaitMore(LINE, 3);
    }

    @AfterEach
    void lookAway() {
        local.close();
    }

    /** The readings of a source by number; fails where one number was used twice. */
    private Map<Long, Reading> readings(FactorySource source) {
        Map<Long, Reading> once = new TreeMap<>();
        for (Witness.Seen seen : local.of(source.topic())) {
            Reading reading =
                    switch (ReadingCodec.decode(source, seen.body())) {
                        case Decoded.Sound<Reading>(Reading sound) -> sound;
                        case Decoded.Malformed<Reading>(String reason) ->
                                throw new AssertionError(reason);
                    };
            Reading earlier = once.putIfAbsent(reading.sequence(), reading);
            assertThat(earlier == null ? reading : earlier).isEqualTo(reading);
        }
        return once;
    }

    private void assertNoGapAndOneRun() {
        for (FactorySource source : FactorySource.values()) {
            Map<Long, Reading> readings = readings(source);
            long first = readings.keySet().iterator().next();
            assertThat(readings.keySet())
                    .as(source.plcId())
                    .containsExactlyElementsOf(
                            LongStream.range(first, first + readings.size()).boxed().toList());
            assertThat(readings.values()).extracting(Reading::run).containsOnly(run());
        }
    }

    private static String run() {
        return group.plant().orElseThrow().progress().orElseThrow().run();
    }

    private static boolean isOnline(PartStatus status) {
        return status.health().state() == Health.State.ONLINE;
    }

    private static boolean hasEnded(PartStatus status) {
        return status.health().state() == Health.State.OFFLINE
                && status.health().detail().equals("ended");
    }

    private static double figure(PartStatus status, String path) {
        return status.health().figures().number(path).orElse(Double.NaN);
    }

    private static Instant newest(Map<Long, Reading> readings) {
        return readings.values().stream()
                .map(Reading::measuredAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** Whether everything up to a moment of event time is safe with a consumer. */
    private static boolean isThrough(PartStatus consumer, Instant last) {
        String through = consumer.health().figures().text("progress.through");
        return isOnline(consumer) && !through.isEmpty() && !Instant.parse(through).isBefore(last);
    }

    @Test
    void aPlcIsSwitchedOffAndOnWhileThePlantGoesOn() throws Exception {
        group.stop(PartName.PLC3);
        local.awaitStatus("PLC3", ControlledPartsTest::hasEnded);
        int before = local.of(HALL).size();
        local.awaitMore(ENERGY, 40);

        assertThat(local.of(HALL)).hasSize(before);
        assertThat(group.state(PartName.PLC3)).isEqualTo(PartState.STOPPED);
        assertThat(group.health(PartName.PLC3).state()).isEqualTo(Health.State.OFFLINE);
        assertThat(group.ended()).isNotDone();

        group.start(PartName.PLC3);
        local.awaitMore(HALL, 20);
        local.awaitStatus("PLC3", ControlledPartsTest::isOnline);

        assertNoGapAndOneRun();
        assertThat(group.state(PartName.PLC3)).isEqualTo(PartState.RUNNING);
    }

    @Test
    void theHistorianMissesNothingOfTheTimeItWasStopped() throws Exception {
        group.stop(PartName.HISTORIAN);
        local.awaitStatus("Historian", ControlledPartsTest::hasEnded);
        local.awaitMore(ENERGY, 60);
        group.start(PartName.HISTORIAN);

        Map<Long, Reading> published = readings(FactorySource.ENERGY);
        Instant last = newest(published);
        local.awaitStatus("Historian", it -> isThrough(it, last) && figure(it, "missing") == 0);
        assertThat(new StoredNumbers(ground.data()).readings(FactorySource.ENERGY))
                .containsAll(published.keySet());
    }

    @Test
    void theOutboxFillsWithoutTheCloudBrokerAndDrainsWithIt() throws Exception {
        group.stop(PartName.CLOUD_BROKER);
        local.awaitStatus("Bridge", it -> figure(it, "outbox.depth") >= 3);
        try (ServerSocket taken =
                new ServerSocket(ground.cloudPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> group.start(PartName.CLOUD_BROKER))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("cloud-broker.port " + ground.cloudPort());
        }
        assertThat(group.health(PartName.CLOUD_BROKER).detail()).contains("cannot be opened");

        group.start(PartName.CLOUD_BROKER);

        local.awaitStatus("Bridge", it -> isOnline(it) && figure(it, "outbox.depth") == 0);
        try (Witness cloud = new Witness(ground.cloud(), "status/+")) {
            cloud.awaitStatus(
                    "Analytics", it -> isOnline(it) && figure(it, "windows.missing") == 0);
            cloud.awaitStatus("CloudBroker", ControlledPartsTest::isOnline);
        }
    }

    /** The last one: what waits in several sessions of the broker does not survive its end. */
    @Test
    @Order(Integer.MAX_VALUE)
    void everybodyComesBackToTheLocalBroker() throws Exception {
        group.stop(PartName.LOCAL_BROKER);
        assertThat(group.state(PartName.LOCAL_BROKER)).isEqualTo(PartState.STOPPED);
        group.start(PartName.LOCAL_BROKER);
        for (String topic : List.of(LINE, ENERGY, HALL)) {
            local.awaitMore(topic, 10);
        }
        Instant last = newest(readings(FactorySource.ENERGY));
        for (String consumer : List.of("Historian", "Bridge")) {
            local.awaitStatus(consumer, it -> isThrough(it, last));
        }
        assertThat(group.health(PartName.PLC2).figures().number("dropped")).hasValue(0);
        assertThat(group.ended()).isNotDone();
    }

    @Test
    void thePlantIsRestartedWithItsPlcsAndGoesOnWithItsRun() throws Exception {
        PlantPart before = group.plant().orElseThrow();
        String run = run();
        group.restart(PartName.PLANT);
        local.awaitMore(HALL, 20);

        PlantPart after = group.plant().orElseThrow();
        assertThat(after).isNotSameAs(before);
        assertThat(run()).isEqualTo(run);
        assertNoGapAndOneRun();
        after.setSpeed(25);
        assertThatThrownBy(() -> before.setSpeed(25)).isInstanceOf(IllegalStateException.class);
        for (String component : List.of("Plant", "PLC1", "PLC2", "PLC3")) {
            local.awaitStatus(component, ControlledPartsTest::isOnline);
        }
    }
}
