package org.plantdeck.bridge.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

class SequencesTest {

    private final Sequences sequences = new Sequences();

    @Test
    void aSourceMayBeHeardFromAnyNumberOn() {
        assertThat(sequences.accept(5_000)).isTrue();
        assertThat(sequences.missing()).isZero();
    }

    @Test
    void aNumberBeforeTheFirstIsNewAndWhatLiesBetweenIsMissing() {
        sequences.accept(10);
        assertThat(sequences.accept(7)).isTrue();
        assertThat(sequences.missing()).isEqualTo(2);
        assertThat(sequences.accept(8)).isTrue();
        assertThat(sequences.accept(8)).isFalse();
        assertThat(sequences.missing()).isEqualTo(1);
    }

    @Test
    void everyNumberIsNewOnceInAnyOrder() {
        List<Long> numbers = new ArrayList<>(LongStream.rangeClosed(1, 60).boxed().toList());
        Collections.shuffle(numbers, new Random(3));
        assertThat(numbers).allMatch(sequences::accept).noneMatch(sequences::accept);
        assertThat(sequences.missing()).isZero();
    }

    @Test
    void theStateReadsBackAsItWas() {
        for (long number : new long[] {1, 2, 5, 6, 9, 20}) {
            sequences.accept(number);
        }
        SourceState state = sequences.state(77);
        assertThat(state).isEqualTo(new SourceState(1, 20, 14, "3-4 7-8 10-19", 77));
        Sequences again = new Sequences(state);
        assertThat(again.state(77)).isEqualTo(state);
        assertThat(again.accept(9)).isFalse();
        assertThat(again.accept(15)).isTrue();
    }

    @Test
    void onlyTheNewestGapsAreRemembered() {
        for (long i = 0; i <= Sequences.GAPS_MAX + 1; i++) {
            sequences.accept(1 + 2 * i);
        }
        assertThat(sequences.accept(2)).isFalse();
        assertThat(sequences.accept(4)).isTrue();
        assertThat(sequences.missing()).isEqualTo(Sequences.GAPS_MAX);
    }
}
