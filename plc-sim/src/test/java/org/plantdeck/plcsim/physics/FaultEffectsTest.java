package org.plantdeck.plcsim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.signal.FactoryTags;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of fault beside the same plant without it: nothing before, its row after. */
class FaultEffectsTest {

    private static final int ONSET = 600;
    private static final Duration TIME = Duration.ofMinutes(70);

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
    void aFaultMovesNothingBeforeItsOnsetAndItsRowAfter(FaultKind kind) {
        Bench bench = Bench.with(kind.word() + "::10m");
        Trace faulty = bench.run(TIME);

        assertThat(sensors(it -> !faulty.sameAs(sound, it, 0, ONSET - 1)))
                .as("sensors moved before the onset")
                .isEmpty();
        Set<String> row = kind.effects().tags();
        assertThat(sensors(it -> !faulty.sameAs(sound, it, ONSET, sound.length())))
                .as("sensors moved after the onset")
                .isNotEmpty()
                .allSatisfy(it -> assertThat(row).contains(PublishedTags.fedBy(it)));
        assertThat(wrongWay(kind.effects().up(), faulty, 1)).as("do not rise").isEmpty();
        assertThat(wrongWay(kind.effects().down(), faulty, -1)).as("do not fall").isEmpty();
        assertThat(dice(bench)).as("dice of all subsystems").isEqualTo(soundDice);
    }

    private static List<Sensor> sensors(Predicate<Sensor> which) {
        return Arrays.stream(Sensor.values()).filter(which).toList();
    }

    private static List<String> wrongWay(List<String> tags, Trace faulty, int sign) {
        return tags.stream()
                .filter(PublishedTags::knows)
                .filter(tag -> sign * (mean(faulty, tag) - mean(sound, tag)) <= 0)
                .map(tag -> tag + " " + mean(sound, tag) + " → " + mean(faulty, tag))
                .toList();
    }

    private static double mean(Trace trace, String tag) {
        return trace.from(ONSET).mean(PublishedTags.value(tag));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void aRowNamesTagsThatThereAreAndEachOneOnce(FaultKind kind) {
        FaultEffects row = kind.effects();
        List<String> named =
                Stream.of(row.up(), row.down(), row.either()).flatMap(List::stream).toList();
        assertThat(named).doesNotHaveDuplicates();
        assertThat(row.tags())
                .isNotEmpty()
                .allSatisfy(tag -> assertThat(FactoryTags.named(tag)).as(tag).isPresent());
    }
}
