package org.plantdeck.plcsim.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.CommandResult.Phase;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.LongStream;

class DistantPlcTest {

    @TempDir Path directory;
    @TempDir Path other;

    private static void assertSame(List<String> found, List<String> expected) {
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            assertThat(found.get(i)).isEqualTo(expected.get(i));
        }
    }

    private static List<Long> sequences(List<String> bodies) {
        return bodies.stream()
                .map(body -> body.substring(body.lastIndexOf(':') + 1, body.length() - 1))
                .map(Long::valueOf)
                .toList();
    }

    private static List<String> once(List<String> bodies) {
        return List.copyOf(new LinkedHashSet<>(bodies));
    }

    private static void operate(Factory factory) {
        factory.time.passUntil(() -> factory.bodies.get(FactorySource.LINE).size() == 8);
        factory.command(FactorySource.LINE, "stop", "stop", Value.absent());
        factory.pass(Duration.ofSeconds(40));
    }

    @Test
    void overTheFieldTopicsThePlcsPublishWhatTheyPublishBesideThePlant() {
        Factory near = new Factory(directory).start();
        operate(near);
        Factory far = new Factory(other).distant(FactorySource.values()).start();
        operate(far);

        for (FactorySource source : FactorySource.values()) {
            List<String> expected = near.bodies.get(source);
            List<String> found = far.bodies.get(source);
            assertThat(found).hasSizeGreaterThan(40);
            assertSame(found, expected);
        }
        assertThat(far.resultsOf("stop"))
                .extracting(CommandResult::phase)
                .containsExactly(Phase.ACCEPTED, Phase.DONE);
    }

    @Test
    void thePlantGoesOnWithoutAPlcThatNeverComesAndTakesItInWhenItDoes() {
        Factory factory = new Factory(directory).distant(FactorySource.ENERGY);
        factory.startPlant();
        factory.pass(Duration.ofSeconds(9));
        assertThat(factory.bodies.get(FactorySource.LINE)).isEmpty();
        assertThat(factory.plant.progress().orElseThrow().waitingFor()).isEqualTo("PLC2");
        factory.pass(Duration.ofSeconds(10));
        assertThat(factory.bodies.get(FactorySource.LINE)).isNotEmpty();

        factory.startAlone(FactorySource.ENERGY);
        factory.pass(Duration.ofSeconds(5));

        assertThat(factory.bodies.get(FactorySource.ENERGY)).hasSizeGreaterThan(3);
        assertThat(factory.plcs.get(FactorySource.ENERGY).health().state())
                .isEqualTo(Health.State.ONLINE);
    }

    @Test
    void aPlcThatDiesIsGoneAfterTwoSecondsAndGoesOnCountingWhenItComesBack() {
        Factory factory = new Factory(directory).distant(FactorySource.ENVIRONMENT).start();
        factory.pass(Duration.ofSeconds(10));
        long before = factory.latest(FactorySource.ENVIRONMENT).sequence();

        factory.plcs.get(FactorySource.ENVIRONMENT).close();
        factory.pass(Duration.ofSeconds(10));
        assertThat(factory.simulated()).isAfter(Factory.WALL.plusSeconds(16));
        factory.startAlone(FactorySource.ENVIRONMENT);
        factory.pass(Duration.ofSeconds(10));

        List<String> bodies = once(factory.bodies.get(FactorySource.ENVIRONMENT));
        assertThat(factory.latest(FactorySource.ENVIRONMENT).sequence())
                .isGreaterThan(before + 7)
                .isEqualTo(bodies.size());
    }

    @Test
    void aKilledPlantLivesThroughItsLastSecondsAgainWithThePlcThatStayed() {
        Factory factory = new Factory(directory).distant(FactorySource.ENERGY).start();
        factory.pass(Duration.ofSeconds(20));
        Factory undisturbed = new Factory(other).start();
        undisturbed.pass(Duration.ofMinutes(1));

        factory.killPlantOnly();
        factory.pass(Duration.ofSeconds(15));

        for (FactorySource source : FactorySource.values()) {
            List<String> found = once(factory.bodies.get(source));
            assertThat(found).hasSizeGreaterThan(30);
            assertSame(found, undisturbed.bodies.get(source));
        }
    }

    @Test
    void aPlcThatMovesOutGoesOnCounting() {
        Factory factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(20));
        long before = factory.latest(FactorySource.ENERGY).sequence();

        Factory moved = factory.closed().distant(FactorySource.ENERGY).start();
        moved.pass(Duration.ofSeconds(10));
        assertThat(moved.latest(FactorySource.ENERGY).sequence()).isGreaterThan(before + 5);
        long distant = moved.latest(FactorySource.ENERGY).sequence();
        Factory back = moved.closed().distant().start();
        back.pass(Duration.ofSeconds(10));

        assertThat(back.latest(FactorySource.ENERGY).sequence()).isGreaterThan(distant + 5);
        List<Long> sequences = sequences(once(back.bodies.get(FactorySource.ENERGY)));
        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.getLast()).boxed().toList());
    }

    @Test
    void aCommandToAPlcWithoutAPlantIsRefusedInTheEnd() {
        Factory factory = new Factory(directory).distant(FactorySource.values());
        factory.startAlone(FactorySource.LINE);
        factory.pass(Duration.ofSeconds(1));
        factory.command(FactorySource.LINE, "lost", "stop", Value.absent());
        factory.pass(Duration.ofSeconds(13));

        assertThat(factory.resultsOf("lost"))
                .extracting(CommandResult::reason)
                .containsExactly("The PLC is not scanning its field");
        assertThat(factory.plcs.get(FactorySource.LINE).health().detail())
                .isEqualTo("Waiting for the plant");
    }
}
