package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class TimeWindowTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TimeWindow HOUR = TimeWindow.endingAt(NOON, Duration.ofHours(1));
    private static final Duration WEEK = Duration.ofDays(7);

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void sharesAndTimesAreEachOthersInverse() {
        assertThat(HOUR.at(0.25)).isEqualTo(at(-45));
        assertThat(HOUR.share(at(-45))).isEqualTo(0.25);
        assertThat(HOUR.share(at(30))).isEqualTo(1.5);
    }

    @Test
    void zoomingLeavesThePlaceUnderThePointerWhereItIs() {
        TimeWindow zoomed = HOUR.zoomed(0.25, 0.5, WEEK);

        assertThat(zoomed)
                .isEqualTo(new TimeWindow(at(-53).plusSeconds(30), at(-23).plusSeconds(30)));
        assertThat(zoomed.at(0.25)).isEqualTo(HOUR.at(0.25));
    }

    @Test
    void zoomingInAndOutAgainIsWhereItBegan() {
        assertThat(HOUR.zoomed(0.25, 0.5, WEEK).zoomed(0.25, 2, WEEK)).isEqualTo(HOUR);
    }

    @Test
    void nothingIsZoomedBelowTenSecondsOrBeyondTheLongest() {
        assertThat(HOUR.zoomed(0.5, 0.000_01, WEEK).span()).isEqualTo(TimeWindow.SHORTEST);
        assertThat(HOUR.zoomed(0.5, 1e6, WEEK).span()).isEqualTo(WEEK);
    }

    @Test
    void whatIsMovedBeyondTheBoundsComesBackToThem() {
        Instant first = at(-180);

        assertThat(HOUR.moved(Duration.ofMinutes(10)).within(first, NOON)).isEqualTo(HOUR);
        assertThat(HOUR.moved(Duration.ofMinutes(-500)).within(first, NOON))
                .isEqualTo(new TimeWindow(first, at(-120)));
        assertThat(HOUR.moved(Duration.ofMinutes(-10)).within(first, NOON))
                .isEqualTo(new TimeWindow(at(-70), at(-10)));
    }

    @Test
    void whatIsLongerThanTheBoundsEndsAtTheLast() {
        assertThat(TimeWindow.endingAt(at(-5), WEEK).within(at(-30), NOON))
                .isEqualTo(TimeWindow.endingAt(NOON, WEEK));
    }

    @Test
    void aWindowWithoutLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeWindow(NOON, NOON));
    }
}
