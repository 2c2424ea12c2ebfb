package org.plantdeck.plcsim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every kind of fault beside the same plant without it, at the level of its sensors. */
class FaultOnsetTest {

    private static final int ONSET = 300;
    private static final Duration TIME = Duration.ofMinutes(15);

    private static Trace sound;
    private static Map<String, Object> soundDice;

    @BeforeAll
    static void runTheSoundPlant() {
        Bench bench = new Bench();
        sound = bench.run(TIME);
        soundDice = dice(bench);
    }

    private static Map<String, Object> dice(Bench bench) {
        return Snapshot.of(bench.plant()).entrySet().stream()
                .filter(it -> it.getKey().startsWith("dice."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void aFaultMovesNoBitBeforeItsOnsetAndNeverTheDice(FaultKind kind) {
        Bench bench = Bench.with(kind.word() + "::5m");
        Trace faulty = bench.run(TIME);

        assertThat(moved(faulty, 0, ONSET - 1)).as("before the onset").isEmpty();
        assertThat(moved(faulty, ONSET, sound.length())).as("after the onset").isNotEmpty();
        assertThat(soundDice).isNotEmpty();
        assertThat(dice(bench)).as("dice of all subsystems").isEqualTo(soundDice);
    }

    private static List<Sensor> moved(Trace faulty, int from, int to) {
        return Arrays.stream(Sensor.values())
                .filter(it -> !faulty.sameAs(sound, it, from, to))
                .toList();
    }
}
