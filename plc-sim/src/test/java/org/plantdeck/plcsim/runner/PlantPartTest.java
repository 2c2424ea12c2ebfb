package org.plantdeck.plcsim.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.StatusCodec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class PlantPartTest {

    @TempDir Path directory;
    private Factory factory;

    @BeforeEach
    void make() {
        factory = new Factory(directory);
    }

    @Test
    void atSpeedOneSimulatedTimeFollowsTheWallClock() {
        factory.start().pass(Duration.ofSeconds(30));

        assertThat(Duration.between(Factory.WALL, factory.simulated()).toMillis())
                .isBetween(29_800L, 30_000L);
        assertThat(factory.bodies.get(FactorySource.LINE)).hasSizeBetween(29, 30);
        assertThat(factory.plant.progress().orElseThrow().trueSpeed()).isCloseTo(1, within(0.05));
        assertThat(factory.plant.isReady()).isTrue();
    }

    @Test
    void aStepOfSpeedTakesEffectAtOnce() {
        factory.start().pass(Duration.ofSeconds(5));
        Instant before = factory.simulated();

        factory.plant.setSpeed(20);
        factory.pass(Duration.ofSeconds(5));

        assertThat(Duration.between(before, factory.simulated()).toMillis() / 1000.0)
                .isCloseTo(100, within(3.0));
        assertThatThrownBy(() -> factory.plant.setSpeed(101))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFirstStartCatchesUpWithTheWallClockAndThenKeepsTheSpeed() {
        factory.catchingUp(Duration.ofHours(1)).start().pass(Duration.ofMillis(50));
        assertThat(factory.plant.progress().orElseThrow().catchingUp()).isTrue();
        assertThat(factory.plant.progress().orElseThrow().catchUpShare()).isBetween(0.01, 0.9);

        factory.time.passUntil(() -> !factory.plant.progress().orElseThrow().catchingUp());
        Instant reached = factory.simulated();
        Instant wall = factory.time.instant();
        assertThat(Duration.between(reached, wall).abs()).isLessThan(Duration.ofMillis(300));
        factory.pass(Duration.ofSeconds(10));

        assertThat(Duration.between(reached, factory.simulated()).toMillis())
                .isBetween(9_700L, 10_200L);
        assertThat(factory.bodies.get(FactorySource.ENERGY)).hasSizeGreaterThan(3_600);
    }

    @Test
    void aSpeedSetWhileThePlantCatchesUpHoldsAfterwards() {
        factory.catchingUp(Duration.ofHours(1)).start().pass(Duration.ofMillis(50));
        factory.plant.setSpeed(10);
        factory.time.passUntil(() -> !factory.plant.progress().orElseThrow().catchingUp());
        Instant reached = factory.simulated();
        factory.pass(Duration.ofSeconds(10));

        assertThat(Duration.between(reached, factory.simulated()).toMillis() / 1000.0)
                .isCloseTo(100, within(3.0));
        assertThat(factory.latest(FactorySource.LINE).sequence())
                .isEqualTo(factory.bodies.get(FactorySource.LINE).size());
    }

    @Test
    void thePlantWaitsForALinkThatIsDownWhileItCatchesUp() {
        factory.broker.away(true);
        factory.catchingUp(Duration.ofHours(1)).start().pass(Duration.ofSeconds(2));
        assertThat(factory.plant.progress().orElseThrow().waitingFor()).isEqualTo("the broker");
        assertThat(factory.simulated()).isEqualTo(Factory.WALL.minus(Duration.ofHours(1)));

        factory.broker.away(false);
        factory.pass(Duration.ofMillis(100));

        assertThat(factory.simulated()).isAfter(Factory.WALL.minus(Duration.ofHours(1)));
    }

    @Test
    void aPlcKeepsScanningAtTheSetSpeedWhileItsLinkIsDown() {
        factory.start().pass(Duration.ofSeconds(5));
        factory.broker.away(true);
        factory.pass(Duration.ofSeconds(10));
        assertThat(factory.bodies.get(FactorySource.LINE)).hasSizeLessThan(6);

        factory.broker.away(false);
        factory.pass(Duration.ofSeconds(1));

        assertThat(factory.latest(FactorySource.LINE).sequence())
                .isEqualTo(factory.bodies.get(FactorySource.LINE).size())
                .isBetween(15L, 16L);
    }

    private void historianSays(String run, Instant through) {
        PartStatus status =
                new PartStatus(
                        "Historian",
                        "h1",
                        "1",
                        factory.time.instant(),
                        new Health(
                                Health.State.ONLINE,
                                "",
                                Leaves.builder()
                                        .put("progress.run", run)
                                        .put("progress.through", IsoTime.format(through))
                                        .build()));
        factory.broker.publish(PartStatus.topic("Historian"), StatusCodec.encode(status), false);
    }

    @Test
    void thePlantDoesNotRunAwayFromAConsumerThatIsOnline() {
        Instant start = Factory.WALL.minus(Duration.ofHours(6));
        factory.catchingUp(Duration.ofHours(6)).start();
        factory.pass(Duration.ofMillis(1));
        String run = factory.plant.progress().orElseThrow().run();
        historianSays(run, start);
        factory.pass(Duration.ofSeconds(3));

        assertThat(Duration.between(start, factory.simulated()))
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
        assertThat(factory.plant.progress().orElseThrow().waitingFor()).isEqualTo("Historian");

        historianSays(run, start.plus(Duration.ofMinutes(20)));
        factory.pass(Duration.ofSeconds(4));
        assertThat(Duration.between(start, factory.simulated()))
                .isBetween(Duration.ofMinutes(49), Duration.ofMinutes(51));

        factory.pass(Duration.ofSeconds(17));
        assertThat(Duration.between(start, factory.simulated()))
                .as("nobody has heard of it for a while")
                .isGreaterThan(Duration.ofMinutes(51));
    }

    @Test
    void aFaultIsGivenOnceTheLiveTimeBegins() {
        Fault fault = new Fault(FaultKind.COMPRESSOR_LEAK);
        factory.catchingUp(Duration.ofMinutes(10)).faults(fault).start();
        factory.time.passUntil(() -> !factory.plant.progress().orElseThrow().catchingUp());
        factory.pass(Duration.ofSeconds(1));

        assertThat(factory.plant.faults())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.begins()).isAfterOrEqualTo(Factory.WALL.minusMillis(200)));

        var _ = factory.plant.end(FaultKind.COMPRESSOR_LEAK);
        factory.pass(Duration.ofSeconds(1));
        assertThat(factory.plant.faults()).isEmpty();
    }

    @Test
    void aFaultThatStillWaitsWhenThePlantEndsIsRefused() {
        assertThat(factory.start().plant.faults()).isEmpty();
        CompletableFuture<Void> asked = factory.plant.inject(new Fault(FaultKind.COMPRESSOR_LEAK));
        PlantPart ended = factory.plant;
        ended.close();

        assertThat(asked)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("The plant has ended");
        assertThatThrownBy(() -> ended.setSpeed(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The plant is not running");
    }

    @Test
    void theHealthSaysWhereThePlantStands() {
        factory.start().pass(Duration.ofSeconds(12));

        Health health = factory.broker.health("Plant");

        assertThat(health.state()).isEqualTo(Health.State.ONLINE);
        assertThat(health.figures().paths())
                .containsExactly(
                        "run",
                        "simulated_time",
                        "speed",
                        "true_speed",
                        "catching_up",
                        "catch_up_progress",
                        "waiting_for",
                        "faults");
    }

    @Test
    void aRunIsNamedBySeedStartAndNumberOfFreshStarts() {
        factory.start().pass(Duration.ofSeconds(1));
        String first = factory.latest(FactorySource.LINE).run();
        Factory second = factory.closed().fresh().start();
        second.pass(Duration.ofSeconds(1));

        assertThat(first).isEqualTo(RunId.of(7, Factory.WALL, 1)).hasSize(8);
        assertThat(second.latest(FactorySource.LINE).run())
                .isEqualTo(RunId.of(7, Factory.WALL, 2))
                .isNotEqualTo(first);
        assertThat(second.latest(FactorySource.LINE).sequence()).isEqualTo(1);
    }

    @Test
    void aDamagedSnapshotIsNamedWithTheWayOut() throws Exception {
        Files.writeString(directory.resolve("snapshot.json"), "{\"format\":1,");

        assertThatThrownBy(factory::start)
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("snapshot.json")
                .hasMessageContaining("--fresh");
    }

    @Test
    void aSnapshotOfAnotherVersionIsNamedWithTheWayOut() throws Exception {
        Files.writeString(
                directory.resolve("snapshot.json"), "{\"format\":99,\"run\":\"a\",\"state\":{}}");

        assertThatThrownBy(factory::start)
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("another version")
                .hasMessageContaining("--fresh");
    }

    @Test
    void aPlcThatLosesItsIdentityStopsForGoodAndTheOthersGoOn() {
        factory.start().pass(Duration.ofSeconds(5));
        int before = factory.bodies.get(FactorySource.LINE).size();

        factory.broker.takeOver("PLC1");
        factory.pass(Duration.ofSeconds(10));

        assertThat(factory.bodies.get(FactorySource.LINE)).hasSize(before);
        assertThat(factory.bodies.get(FactorySource.ENERGY)).hasSizeGreaterThan(before + 8);
        assertThat(factory.plcs.get(FactorySource.LINE).health())
                .extracting(Health::state, Health::detail)
                .containsExactly(
                        Health.State.OFFLINE,
                        "another client uses the identity PLC1; this one has stopped");
    }

    @Test
    void timeStampsStepByExactlyTheInterval() {
        factory.speed(50).interval(Duration.ofMillis(200)).start().pass(Duration.ofSeconds(4));

        List<String> bodies = factory.bodies.get(FactorySource.ENVIRONMENT);
        Reading last = factory.latest(FactorySource.ENVIRONMENT);
        assertThat(last.sequence()).isEqualTo(bodies.size());
        assertThat(Duration.between(Factory.WALL, last.measuredAt()))
                .isEqualTo(Duration.ofMillis(200).multipliedBy(bodies.size()));
    }
}
