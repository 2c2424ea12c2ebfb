package org.plantdeck.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PulseTimeTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMillis(10);

    private long nanos = 1_000;
    private final PulseTime time = new PulseTime(() -> nanos);

    private void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    @Test
    void beforeTheFirstPulseThereIsNone() {
        assertThat(time.take()).isFalse();
    }

    @Test
    void itIsUsedUpByWhatTakesLong() {
        time.begin(1);
        assertThat(time.take()).isTrue();
        pass(SHORT);
        assertThat(time.take()).isTrue();
        pass(LONG);
        assertThat(time.take()).isFalse();
    }

    @Test
    void allWhoAppearInAPulseShareIt() {
        time.begin(1);
        assertThat(time.take()).isTrue();
        pass(LONG);
        time.begin(1);
        assertThat(time.take()).as("for the second one").isFalse();
        time.begin(2);
        assertThat(time.take()).as("in the next pulse").isTrue();
    }

    @Test
    void theFirstOfAPulseHasItHoweverLateItComes() {
        time.begin(1);
        pass(LONG);
        assertThat(time.take()).as("for one thing").isTrue();
        assertThat(time.take()).as("for another").isFalse();
    }
}
