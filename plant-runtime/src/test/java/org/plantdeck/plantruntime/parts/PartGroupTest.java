package org.plantdeck.plantruntime.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plantdeck.plantruntime.parts.PartName.BRIDGE;
import static org.plantdeck.plantruntime.parts.PartName.HISTORIAN;
import static org.plantdeck.plantruntime.parts.PartName.LOCAL_BROKER;
import static org.plantdeck.plantruntime.parts.PartName.PLANT;
import static org.plantdeck.plantruntime.parts.PartName.PLC1;
import static org.plantdeck.plantruntime.parts.PartName.PLC3;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartFailure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

@Timeout(30)
final class PartGroupTest {

    private final FakeParts fakes = new FakeParts(LOCAL_BROKER, HISTORIAN, PLC1, PLC3, PLANT);
    private final PartGroup group = fakes.group();

    @BeforeEach
    void start() {
        group.start();
        fakes.events.clear();
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void aPartThatIsStoppedIsOfflineAndTheOthersGoOn() {
        group.stop(HISTORIAN);
        group.stop(HISTORIAN);

        assertThat(fakes.events).containsExactly("close historian 1");
        assertThat(group.state(HISTORIAN)).isEqualTo(PartState.STOPPED);
        assertThat(group.health(HISTORIAN))
                .extracting(Health::state, Health::detail)
                .containsExactly(Health.State.OFFLINE, "ended");
        assertThat(group.state(LOCAL_BROKER)).isEqualTo(PartState.RUNNING);
        assertThat(group.health(LOCAL_BROKER).state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void eachStartHasANewPart() {
        group.stop(PLC3);
        group.start(PLC3);
        group.start(PLC3);
        group.restart(PLC3);

        assertThat(fakes.events)
                .containsExactly("close plc3 1", "start plc3 2", "close plc3 2", "start plc3 3");
        assertThat(group.state(PLC3)).isEqualTo(PartState.RUNNING);
    }

    @Test
    void thePlcsStopAndStartWithThePlant() {
        group.stop(PLC3);
        group.stop(PLANT);
        assertThat(List.of(group.state(PLC1), group.state(PLC3), group.state(PLANT)))
                .containsOnly(PartState.STOPPED);
        assertThat(group.plant()).isEmpty();

        group.start(PLANT);

        assertThat(fakes.events)
                .containsExactly(
                        "close plc3 1",
                        "close plant 1",
                        "close plc1 1",
                        "start plc1 2",
                        "start plc3 2",
                        "start plant 2");
    }

    @Test
    void aPlcIsNotStartedBesideAPlantThatIsStopped() {
        group.stop(PLANT);

        assertThatThrownBy(() -> group.start(PLC3))
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        "plc3 is scanned by the plant, which is stopped; start plant, and plc3"
                                + " starts with it");
        assertThat(group.state(PLC3)).isEqualTo(PartState.STOPPED);
    }

    @Test
    void aPlcWithoutAPlantInItsProcessStartsAndStopsAlone() {
        FakeParts alone = new FakeParts(PLC1, PLC3);
        try (PartGroup plcs = alone.group()) {
            plcs.start();
            plcs.restart(PLC3);
        }
        assertThat(alone.events)
                .containsExactly(
                        "start plc1 1",
                        "start plc3 1",
                        "close plc3 1",
                        "start plc3 2",
                        "close plc3 2",
                        "close plc1 1");
    }

    @Test
    void aPartThatCannotStartAgainIsStoppedSaysWhyAndMayBeTriedAgain() {
        fakes.failures.put(
                LOCAL_BROKER, "local-broker.port 1883 cannot be opened; end what uses it");

        assertThatThrownBy(() -> group.restart(LOCAL_BROKER))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("local-broker.port 1883 cannot be opened");
        assertThat(group.state(LOCAL_BROKER)).isEqualTo(PartState.STOPPED);
        assertThat(group.health(LOCAL_BROKER).detail())
                .isEqualTo("local-broker.port 1883 cannot be opened; end what uses it");

        fakes.failures.clear();
        group.start(LOCAL_BROKER);
        assertThat(group.state(LOCAL_BROKER)).isEqualTo(PartState.RUNNING);
        assertThat(fakes.events)
                .containsExactly(
                        "close local-broker 1", "close local-broker 2", "start local-broker 3");
    }

    @Test
    void aPlantThatCannotStartLeavesNoPlcBehind() {
        fakes.failures.put(PLANT, "snapshot.json cannot be read");

        assertThatThrownBy(() -> group.restart(PLANT))
                .isInstanceOf(StartFailure.class)
                .hasMessage("plant: snapshot.json cannot be read");
        assertThat(List.of(group.state(PLC1), group.state(PLC3), group.state(PLANT)))
                .containsOnly(PartState.STOPPED);
    }

    @Test
    void aPartThatDoesNotEndInOrderIsStoppedAllTheSame() {
        fakes.unclosable.add(HISTORIAN);

        assertThatThrownBy(() -> group.stop(HISTORIAN))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("historian did not end in order");
        assertThat(group.state(HISTORIAN)).isEqualTo(PartState.STOPPED);
    }

    @Test
    void aStopWaitsForAStartThatIsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        group.stop(HISTORIAN);
        fakes.onStart(
                HISTORIAN,
                () -> {
                    begun.countDown();
                    awaitQuietly(goOn);
                });
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> group.start(HISTORIAN));
        begun.await();
        assertThat(group.state(HISTORIAN)).isEqualTo(PartState.STARTING);
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> group.stop(PLC3));
        fakes.events.clear();
        goOn.countDown();
        CompletableFuture.allOf(starting, stopping).join();

        assertThat(fakes.events).containsExactly("start historian 2", "close plc3 1");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theGroupClosesWhateverIsStoppedAndStartsNothingAfterThat() {
        group.stop(PLC3);
        group.stop(LOCAL_BROKER);
        fakes.events.clear();
        group.close();
        group.close();

        assertThat(fakes.events)
                .containsExactly("close plant 1", "close plc1 1", "close historian 1");
        assertThatThrownBy(() -> group.start(HISTORIAN)).isInstanceOf(PartFailure.class);
        assertThatThrownBy(() -> group.restart(LOCAL_BROKER)).isInstanceOf(PartFailure.class);
        group.stop(HISTORIAN);
        assertThat(fakes.events).hasSize(3);
    }

    @Test
    void aPartOfAnotherProcessIsRefused() {
        assertThatThrownBy(() -> group.stop(BRIDGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bridge is not a part of this process");
        assertThatThrownBy(() -> group.state(BRIDGE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readyComesAlsoWhereAPartWasStoppedMeanwhile() {
        group.stop(HISTORIAN);

        assertThat(group.ready()).succeedsWithin(Duration.ofSeconds(20));
    }
}
