package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a scale is divided. */
class TrendScaleTest {

    @Test
    void asManyTicksAsGiveRoundSteps() {
        assertThat(new TrendScale(0, 200, 1).tickCount(6)).isEqualTo(5);
        assertThat(new TrendScale(10, 40, 1).tickCount(6)).isEqualTo(4);
        assertThat(new TrendScale(30, 110, 1).tickCount(6)).isEqualTo(5);
        assertThat(new TrendScale(0, 2000, 1).tickCount(6)).isEqualTo(5);
    }

    @Test
    void noMoreThanThereIsRoomFor() {
        assertThat(new TrendScale(0, 200, 1).tickCount(3)).isEqualTo(3);
        assertThat(new TrendScale(0, 200, 1).tickCount(1)).isEqualTo(2);
    }

    @Test
    void whereNoStepIsRoundOneTickInTheMiddleOrNone() {
        assertThat(new TrendScale(0, 130, 1).tickCount(6)).isEqualTo(3);
        assertThat(new TrendScale(0, 137, 1).tickCount(6)).isEqualTo(2);
    }

    @Test
    void twoScalesTogetherHoldBoth() {
        assertThat(new TrendScale(0, 40, 1).with(new TrendScale(-10, 20, 2)))
                .isEqualTo(new TrendScale(-10, 40, 2));
    }
}
