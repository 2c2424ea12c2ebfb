package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/** Parts that are killed under load and started again, and what is stored in the end. */
@Timeout(500)
final class KilledPartsTest {

    private static final String LINE = FactorySource.LINE.topic();

    @TempDir private Path temporary;

    /** Lets the plant go on for a random time, counted in its own readings. */
    private static void goOn(Witness witness, Random dice) throws InterruptedException {
        witness.awaitMore(LINE, 20 + dice.nextInt(180));
    }

    @Test
    void everyReadingAndEveryWindowIsStoredOnce() throws Exception {
        long seed = ThreadLocalRandom.current().nextInt(1_000_000);
        Random dice = new Random(seed);
        try (Ground ground =
                new Ground(
                        temporary,
                        "simulation.history=0h",
                        "simulation.speed=100",
                        "simulation.start=2026-05-01T06:00:00Z")) {
            ground.run("local-broker");
            ground.run("cloud-broker");
            ground.run("cloud-analytics");
            ground.run("historian");
            ground.run("bridge");
            try (Witness witness = new Witness(ground.local(), "factory/+", "status/+")) {
                ground.run("plant", "plc1", "plc2", "plc3");
                killEachUnderLoad(ground, witness, dice);
                killDuringAnOutageOfTheCloud(ground, witness, dice);
                goOn(witness, dice);
                ground.terminate("plant");
                assertAllIsStored(ground, witness, seed);
            }
        }
    }

    private static void killEachUnderLoad(Ground ground, Witness witness, Random dice)
            throws Exception {
        for (String part : new String[] {"historian", "bridge", "cloud-broker"}) {
            goOn(witness, dice);
            ground.kill(part);
            if (!part.equals("cloud-broker")) {
                String component = part.equals("historian") ? "Historian" : "Bridge";
                witness.awaitStatus(component, it -> it.health().state() == Health.State.OFFLINE);
            }
            goOn(witness, dice);
            ground.run(part);
        }
    }

    private static void killDuringAnOutageOfTheCloud(Ground ground, Witness witness, Random dice)
            throws Exception {
        goOn(witness, dice);
        ground.kill("cloud-broker");
        goOn(witness, dice);
        ground.kill("bridge");
        ground.kill("historian");
        goOn(witness, dice);
        ground.begin("bridge");
        ground.run("historian");
        goOn(witness, dice);
        ground.kill("bridge");
        ground.run("cloud-broker");
        ground.run("bridge");
    }

    private static Map<FactorySource, Set<Long>> published(Witness witness) {
        Map<FactorySource, Set<Long>> published = new EnumMap<>(FactorySource.class);
        for (FactorySource source : FactorySource.values()) {
            Set<Long> numbers = new TreeSet<>();
            witness.of(source.topic())
                    .forEach(it -> {
                        if (ReadingCodec.decode(source, it.body())
                                instanceof Decoded.Sound<Reading>(Reading reading)) {
                            numbers.add(reading.sequence());
                        }
                    });
            published.put(source, numbers);
        }
        return published;
    }

    private static void assertAllIsStored(Ground ground, Witness witness, long seed)
            throws Exception {
        Map<FactorySource, Set<Long>> published = published(witness);
        Instant last = newest(witness);
        StoredNumbers stored = new StoredNumbers(ground.data());
        String dice = "moments of seed " + seed;
        witness.awaitStatus("Historian", it -> isThrough(it, last));
        for (Map.Entry<FactorySource, Set<Long>> of : published.entrySet()) {
            assertThat(of.getValue()).as(dice).hasSizeGreaterThan(200);
            assertThat(stored.readings(of.getKey()))
                    .as(dice)
                    .containsExactlyElementsOf(of.getValue());
        }
        witness.awaitStatus("Bridge", KilledPartsTest::isOutboxEmpty);
        try (Witness cloud = new Witness(ground.cloud(), "status/+")) {
            Instant lastWindow = last.minusSeconds(30);
            cloud.awaitStatus("Analytics", it -> isThrough(it, lastWindow) && lacksNothing(it));
        }
        List<Long> windows = stored.windows();
        assertThat(windows)
                .as(dice)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, windows.size()).boxed().toList());
        assertThat(stored.windowsThatLackReadings())
                .as(dice + ", of " + windows.size() + " windows; " + witness.status("Bridge"))
                .isEmpty();
    }

    private static boolean isOutboxEmpty(PartStatus status) {
        return status.health().figures().number("outbox.depth").orElse(1) == 0;
    }

    private static boolean lacksNothing(PartStatus status) {
        return status.health().figures().number("windows.missing").orElse(1) == 0;
    }

    private static Instant newest(Witness witness) {
        return witness.of(LINE).stream()
                .map(it -> ReadingCodec.decode(FactorySource.LINE, it.body()))
                .map(KilledPartsTest::measuredAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant measuredAt(Decoded<Reading> body) {
        return switch (body) {
            case Decoded.Sound<Reading>(Reading reading) -> reading.measuredAt();
            case Decoded.Malformed<Reading>(String reason) -> throw new AssertionError(reason);
        };
    }

    private static boolean isThrough(PartStatus status, Instant last) {
        String through = status.health().figures().text("progress.through");
        return status.health().state() == Health.State.ONLINE
                && !through.isEmpty()
                && !Instant.parse(through).isBefore(last);
    }
}
