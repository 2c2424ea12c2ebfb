package org.plantdeck.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoomTest {

    private final Zoom zoom = new Zoom();

    @ParameterizedTest
    @CsvSource({
        "1280, 800, 1",
        "1920, 1080, 1",
        "2560, 1440, 1",
        "2880, 1620, 1.5",
        "3840, 1080, 1",
        "3840, 2160, 2",
        "7680, 4320, 3",
    })
    void whileNobodyChoosesItGrowsWithALargeWindow(double width, double height, double times) {
        assertThat(zoom.times(width, height)).isEqualTo(times);
    }

    @Test
    void aChoiceBeginsWhereTheWindowIsAndHoldsInAnyOther() {
        zoom.smaller(3840, 2160);
        assertThat(zoom.times(3840, 2160)).isEqualTo(1.75);
        assertThat(zoom.times(1280, 800)).isEqualTo(1.75);
        zoom.larger(1280, 800);
        assertThat(zoom.times(1280, 800)).isEqualTo(2);
        zoom.asTheWindow();
        assertThat(zoom.times(1280, 800)).isEqualTo(1);
    }

    @Test
    void thereIsALeastAndALargest() {
        for (int i = 0; i < 20; i++) {
            zoom.larger(1280, 800);
        }
        assertThat(zoom.times(1280, 800)).isEqualTo(3);
        for (int i = 0; i < 20; i++) {
            zoom.smaller(1280, 800);
        }
        assertThat(zoom.times(1280, 800)).isEqualTo(0.8);
    }
}
