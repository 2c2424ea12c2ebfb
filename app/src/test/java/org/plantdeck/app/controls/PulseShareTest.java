package org.plantdeck.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PulseShareTest {

    private static final long IN_TIME = 16_000_000;
    private static final long LATE = 40_000_000;

    private final PulseShare share = new PulseShare(10, 40, 100);

    @Test
    void itBeginsAsSaid() {
        assertThat(share.of(5)).isEqualTo(40);
    }

    @Test
    void moreIsDoneWhilePulsesComeInTimeUpToTheMost() {
        long now = 5;
        share.of(now);
        assertThat(share.of(now += IN_TIME)).isEqualTo(60);
        assertThat(share.of(now += IN_TIME)).isEqualTo(90);
        assertThat(share.of(now += IN_TIME)).isEqualTo(100);
        assertThat(share.of(now + IN_TIME)).isEqualTo(100);
    }

    @Test
    void lessIsDoneWhenOneIsLateDownToTheLeast() {
        long now = 5;
        share.of(now);
        assertThat(share.of(now += LATE)).isEqualTo(20);
        assertThat(share.of(now += LATE)).isEqualTo(10);
        assertThat(share.of(now += LATE)).isEqualTo(10);
        assertThat(share.of(now + IN_TIME)).isEqualTo(15);
    }
}
