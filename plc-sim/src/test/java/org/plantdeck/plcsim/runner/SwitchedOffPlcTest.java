package org.plantdeck.plcsim.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.CommandResult.Phase;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** PLCs beside the plant whose parts are stopped and started while the plant goes on. */
class SwitchedOffPlcTest {

    private static final FactorySource HALL = FactorySource.ENVIRONMENT;

    @TempDir Path directory;

    /** The bodies by sequence, in order; fails where one number was used with two contents. */
    private static Map<Long, String> bySequence(List<String> bodies) {
        Map<Long, String> once = new LinkedHashMap<>();
        for (String body : bodies) {
            Long sequence =
                    Long.valueOf(body.substring(body.lastIndexOf(':') + 1, body.length() - 1));
            String earlier = once.putIfAbsent(sequence, body);
            assertThat(earlier == null ? body : earlier).isEqualTo(body);
        }
        return once;
    }

    private static void assertWithoutGap(List<String> bodies) {
        List<Long> numbers = new ArrayList<>(bySequence(bodies).keySet());
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    private static double number(Factory factory, FactorySource source, String path) {
        return factory.latest(source).values().number(path).orElseThrow();
    }

    @Test
    void aPlcThatIsSwitchedOffPublishesNoMoreAndThePlantGoesOnAtItsSpeed() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(10));
        double fan = number(factory, FactorySource.ENERGY, "loads.air_handling");

        factory.switchOff(HALL);
        int hall = factory.bodies.get(HALL).size();
        int energy = factory.bodies.get(FactorySource.ENERGY).size();
        Instant before = factory.simulated();
        factory.pass(Duration.ofSeconds(20));

        assertThat(factory.bodies.get(HALL)).hasSize(hall);
        assertThat(factory.bodies.get(FactorySource.ENERGY))
                .hasSizeBetween(energy + 19, energy + 20);
        assertThat(Duration.between(before, factory.simulated()).toMillis())
                .isBetween(19_800L, 20_200L);
        assertThat(factory.plant.progress().orElseThrow().waitingFor()).isEmpty();
        assertThat(factory.plcs.get(HALL).health().state()).isEqualTo(Health.State.OFFLINE);
        assertThat(number(factory, FactorySource.ENERGY, "loads.air_handling"))
                .as("the fan turns as it did")
                .isPositive()
                .isCloseTo(fan, within(1.0));
    }

    @ParameterizedTest
    @EnumSource
    void switchedOnAgainItGoesOnCounting(FactorySource plc) {
        Factory factory = new Factory(directory).speed(20).start();
        factory.pass(Duration.ofSeconds(10));
        factory.switchOff(plc);
        factory.pass(Duration.ofSeconds(30));

        factory.switchOn(plc);
        factory.pass(Duration.ofSeconds(10));

        assertThat(factory.bodies.get(plc)).hasSizeGreaterThan(390);
        assertThat(factory.plcs.get(plc).health().state()).isEqualTo(Health.State.ONLINE);
        assertThat(factory.broker.health("Plant").state()).isEqualTo(Health.State.ONLINE);
        for (FactorySource source : FactorySource.values()) {
            assertWithoutGap(factory.bodies.get(source));
        }
    }

    @Test
    void itKeepsItsStateAndItsSetPoints() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(2));
        factory.command(HALL, "warm", "temperature_setpoint", Value.of(25));
        factory.command(FactorySource.LINE, "stop", "stop", Value.absent());
        factory.pass(Duration.ofMinutes(1));
        assertThat(factory.latest(FactorySource.LINE).values().text("state")).isEqualTo("Stopped");

        factory.switchOff(HALL);
        factory.switchOff(FactorySource.LINE);
        factory.pass(Duration.ofSeconds(5));
        factory.switchOn(HALL);
        factory.switchOn(FactorySource.LINE);
        factory.pass(Duration.ofSeconds(5));

        assertThat(number(factory, HALL, "temperature_setpoint")).isEqualTo(25);
        assertThat(factory.latest(FactorySource.LINE).values().text("state")).isEqualTo("Stopped");
        factory.command(HALL, "cool", "temperature_setpoint", Value.of(20));
        factory.pass(Duration.ofSeconds(2));
        assertThat(factory.resultsOf("cool"))
                .extracting(CommandResult::phase)
                .containsExactly(Phase.ACCEPTED, Phase.DONE);
    }

    @Test
    void allThreeMayBeOff() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(5));
        for (FactorySource plc : FactorySource.values()) {
            factory.switchOff(plc);
        }
        Instant before = factory.simulated();
        factory.pass(Duration.ofMinutes(2));
        assertThat(Duration.between(before, factory.simulated()).toSeconds()).isBetween(119L, 120L);

        factory.switchOn(FactorySource.ENERGY);
        factory.pass(Duration.ofSeconds(5));

        assertWithoutGap(factory.bodies.get(FactorySource.ENERGY));
        assertThat(number(factory, FactorySource.ENERGY, "compressor.pressure"))
                .isBetween(6.5, 7.7);
    }

    private static void switchOffAndOn(Factory factory) {
        factory.pass(Duration.ofSeconds(70));
        factory.switchOff(FactorySource.LINE);
        factory.pass(Duration.ofSeconds(12));
        factory.switchOff(HALL);
        factory.pass(Duration.ofSeconds(12));
        factory.switchOn(FactorySource.LINE);
        factory.command(FactorySource.LINE, "slow", "speed_setpoint", Value.of(80));
        factory.pass(Duration.ofSeconds(8));
    }

    @Test
    void aKilledPlantSwitchesThemOffAndOnAgainAtTheSameTicks() {
        Factory factory = new Factory(directory).start();
        switchOffAndOn(factory);
        int line = factory.bodies.get(FactorySource.LINE).size();
        int energy = factory.bodies.get(FactorySource.ENERGY).size();
        factory = factory.killed().start();
        factory.pass(Duration.ofMillis(200));

        assertThat(bySequence(factory.bodies.get(FactorySource.LINE)))
                .as("published again, and nothing new yet")
                .hasSizeLessThan(line + 5);
        assertThat(factory.bodies.get(FactorySource.LINE)).hasSizeGreaterThan(line + 10);
        assertThat(bySequence(factory.bodies.get(FactorySource.ENERGY)))
                .hasSizeLessThan(energy + 5);
        assertThat(factory.bodies.get(FactorySource.ENERGY)).hasSizeGreaterThan(energy + 30);
    }

    @Test
    void aPlcThatWasOffWhenThePlantWasKilledIsOnAfterTheReplay() {
        Factory factory = new Factory(directory).start();
        switchOffAndOn(factory);
        int before = bySequence(factory.bodies.get(HALL)).size();
        factory = factory.killed().start();
        factory.pass(Duration.ofSeconds(20));

        assertThat(bySequence(factory.bodies.get(HALL))).hasSizeGreaterThan(before + 15);
        assertWithoutGap(factory.bodies.get(FactorySource.LINE));
        assertWithoutGap(factory.bodies.get(FactorySource.ENERGY));
    }

    @Test
    void aPlcThatWasOffWhenThePlantEndedIsOnWithTheNextStart() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(2));
        factory.command(HALL, "warm", "temperature_setpoint", Value.of(25));
        factory.pass(Duration.ofSeconds(5));
        factory.switchOff(HALL);
        factory.pass(Duration.ofMinutes(2));
        int before = factory.bodies.get(HALL).size();
        factory = factory.closed().start();
        factory.pass(Duration.ofSeconds(5));

        assertThat(factory.bodies.get(HALL)).hasSizeGreaterThan(before + 3);
        assertThat(number(factory, HALL, "temperature_setpoint")).isEqualTo(25);
        for (FactorySource source : FactorySource.values()) {
            assertWithoutGap(factory.bodies.get(source));
        }
    }

    @Test
    void aPlcElsewhereMayTakeItsPlaceMeanwhile() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(10));
        factory.switchOff(HALL);
        factory.pass(Duration.ofSeconds(2));
        factory.startAlone(HALL);
        factory.pass(Duration.ofSeconds(10));
        int elsewhere = factory.bodies.get(HALL).size();
        assertThat(elsewhere).isGreaterThan(18);

        factory.plcs.get(HALL).close();
        factory.switchOn(HALL);
        factory.pass(Duration.ofSeconds(10));

        assertThat(factory.bodies.get(HALL)).hasSizeGreaterThan(elsewhere + 8);
        assertThat(bySequence(factory.bodies.get(HALL))).hasSameSizeAs(factory.bodies.get(HALL));
        assertThat(factory.latest(HALL).sequence())
                .as("at most what may have been published unseen is left out")
                .isBetween((long) elsewhere + 8, (long) elsewhere + 14);
    }

    @Test
    void whatAPlcElsewhereMayHavePublishedUnseenIsNotNumberedAgain() {
        Factory factory = new Factory(directory).interval(Duration.ofMillis(100)).start();
        factory.pass(Duration.ofSeconds(5));
        factory.switchOff(HALL);
        factory.startAlone(HALL);
        factory.pass(Duration.ofSeconds(5));
        int before = factory.bodies.get(HALL).size();
        Factory back = factory.killed().start();
        back.pass(Duration.ofSeconds(5));

        assertThat(bySequence(back.bodies.get(HALL))).hasSameSizeAs(back.bodies.get(HALL));
        assertThat(back.bodies.get(HALL)).hasSizeGreaterThan(before + 30);
    }

    @Test
    void aPlcThatLostItsIdentityComesBackWithANewPart() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(5));
        factory.broker.takeOver("PLC3");
        factory.pass(Duration.ofSeconds(5));
        int before = factory.bodies.get(HALL).size();

        factory.switchOff(HALL);
        factory.switchOn(HALL);
        factory.pass(Duration.ofSeconds(5));

        assertThat(factory.bodies.get(HALL)).hasSizeGreaterThan(before + 3);
        assertWithoutGap(factory.bodies.get(HALL));
    }

    @Test
    void whatAStoppedPlcCouldNotPublishHoldsUpNoSnapshot() throws Exception {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(30));
        byte[] first = Files.readAllBytes(directory.resolve("snapshot.json"));
        factory.broker.away(true);
        factory.pass(Duration.ofSeconds(40));
        factory.switchOff(HALL);
        factory.broker.away(false);
        factory.pass(Duration.ofSeconds(5));
        factory.switchOn(HALL);
        factory.pass(Duration.ofSeconds(5));

        assertThat(Files.readAllBytes(directory.resolve("snapshot.json"))).isNotEqualTo(first);
        assertThat(bySequence(factory.bodies.get(HALL))).hasSameSizeAs(factory.bodies.get(HALL));
        assertThat(factory.latest(HALL).sequence()).isGreaterThan(70);
        assertWithoutGap(factory.bodies.get(FactorySource.ENERGY));
    }

    @Test
    void aPlcIsSwitchedOffAlsoWhileThePlantWaitsForItsConsumers() {
        Factory factory = new Factory(directory).catchingUp(Duration.ofHours(1));
        factory.broker.away(true);
        factory.start().pass(Duration.ofSeconds(1));
        assertThat(factory.plant.progress().orElseThrow().waitingFor()).isEqualTo("the broker");

        factory.switchOff(HALL);
        factory.broker.away(false);
        factory.time.passUntil(() -> !factory.plant.progress().orElseThrow().catchingUp());

        assertThat(factory.bodies.get(HALL)).isEmpty();
        assertThat(factory.bodies.get(FactorySource.ENERGY)).hasSizeGreaterThan(3_500);
    }
}
