package org.plantdeck.plcsim.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class RestartTest {

    @TempDir Path directory;
    @TempDir Path undisturbedDirectory;

    /** The bodies by sequence; fails where one number was used with two contents. */
    private static Map<String, String> bySequence(List<String> bodies) {
        Map<String, String> once = new LinkedHashMap<>();
        for (String body : bodies) {
            String sequence = body.substring(body.lastIndexOf("\"sequence\":"));
            String earlier = once.putIfAbsent(sequence, body);
            assertThat(earlier == null ? body : earlier).isEqualTo(body);
        }
        return once;
    }

    private static void disturb(Factory factory) {
        factory.pass(Duration.ofSeconds(70));
        factory.command(FactorySource.LINE, "slow", "speed_setpoint", Value.of(80));
        var _ = factory.plant.inject(new Fault(FaultKind.COMPRESSOR_LEAK));
        factory.pass(Duration.ofSeconds(7));
        factory.command(FactorySource.ENVIRONMENT, "warm", "temperature_setpoint", Value.of(25));
        factory.pass(Duration.ofSeconds(8));
    }

    @Test
    void aPlantThatWasKilledPublishesTheSameAgainAndGoesOnAsIfNothingHadBeen() {
        Factory undisturbed = new Factory(undisturbedDirectory).start();
        disturb(undisturbed);
        undisturbed.pass(Duration.ofMinutes(2));

        Factory factory = new Factory(directory).start();
        disturb(factory);
        factory = factory.killed().start();
        factory.pass(Duration.ofSeconds(20));
        factory = factory.killed().start();
        factory.pass(Duration.ofSeconds(70));

        for (FactorySource source : FactorySource.values()) {
            Map<String, String> expected = bySequence(undisturbed.bodies.get(source));
            Map<String, String> found = bySequence(factory.bodies.get(source));
            assertThat(found).hasSizeGreaterThan(150);
            found.forEach((sequence, body) -> assertThat(body).isEqualTo(expected.get(sequence)));
        }
    }

    @Test
    void whatTheBrokerHadNotTakenWhenThePlantDiedIsPublishedByTheNextStart() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(30));
        factory.broker.away(true);
        factory.pass(Duration.ofSeconds(90));
        factory = factory.killed();
        factory.broker.away(false);
        factory.start().pass(Duration.ofSeconds(5));

        Map<String, String> found = bySequence(factory.bodies.get(FactorySource.LINE));
        assertThat(found).hasSizeGreaterThan(115);
        assertThat(factory.latest(FactorySource.LINE).sequence()).isEqualTo(found.size());
    }

    @Test
    void anOrderlyEndLeavesNothingToRepeat() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(33));
        factory = factory.closed().start();
        factory.pass(Duration.ofSeconds(33));

        List<String> bodies = factory.bodies.get(FactorySource.ENERGY);
        assertThat(bySequence(bodies)).hasSameSizeAs(bodies);
        assertThat(factory.latest(FactorySource.ENERGY).sequence()).isEqualTo(bodies.size());
    }

    @Test
    void aRestartCatchesUpWithTheWallClock() {
        Factory factory = new Factory(directory).catchingUp(Duration.ofHours(1)).start();
        factory.time.passUntil(() -> !progress(factory).catchingUp());
        Factory later = factory.closed();
        later.time.pass(Duration.ofMinutes(20));
        later.start();
        later.time.passUntil(() -> !progress(later).catchingUp());

        assertThat(Duration.between(later.simulated(), later.time.instant()).abs())
                .isLessThan(Duration.ofMillis(300));
        assertThat(later.latest(FactorySource.LINE).sequence()).isGreaterThan(80 * 60 - 2);
    }

    @Test
    void aLongerGapThanTheHistoryIsJumpedAndAReplayJumpsAlike() {
        Factory factory = new Factory(directory).catchingUp(Duration.ofMinutes(10)).start();
        factory.time.passUntil(() -> !progress(factory).catchingUp());
        Factory later = factory.closed();
        later.time.pass(Duration.ofHours(5));
        later.start().pass(Duration.ofMillis(30));
        Factory again = later.killed().start();
        again.time.passUntil(() -> !progress(again).catchingUp());

        Map<String, String> found = bySequence(again.bodies.get(FactorySource.LINE));
        assertThat(again.latest(FactorySource.LINE).sequence()).isEqualTo(found.size());
        assertThat(found).hasSizeBetween(20 * 60, 22 * 60);
        assertThat(Duration.between(again.simulated(), again.time.instant()).abs())
                .isLessThan(Duration.ofMillis(300));
    }

    private static PlantProgress progress(Factory factory) {
        return factory.plant.progress().orElseThrow();
    }

    @Test
    void aNewIntervalAppliesBehindTheReplay() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(20));
        factory = factory.killed().interval(Duration.ofMillis(500)).start();
        factory.pass(Duration.ofSeconds(20));

        Map<String, String> found = bySequence(factory.bodies.get(FactorySource.LINE));
        assertThat(factory.latest(FactorySource.LINE).sequence()).isEqualTo(found.size());
        assertThat(found).hasSizeGreaterThan(55);
    }

    @Test
    void anotherSeedOrStartIsRefusedWithTheKey() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(1));

        assertThatThrownBy(() -> factory.closed().startingAt(Factory.WALL.plusSeconds(1)).start())
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("simulation.start")
                .hasMessageContaining("--fresh");
    }
}
