package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class OeeTest {

    @Test
    void theTestVectorOfIso22400ComesOut() {
        Oee oee =
                Oee.of(
                        Duration.ofHours(8),
                        Duration.ofHours(7),
                        Duration.ofMillis(800),
                        27_000,
                        26_500);

        assertThat(oee.availability()).isCloseTo(0.8750, within(5e-5));
        assertThat(oee.performance()).isCloseTo(0.8571, within(5e-5));
        assertThat(oee.quality()).isCloseTo(0.9815, within(5e-5));
        assertThat(oee.oee()).isCloseTo(0.7361, within(5e-5));
    }

    @Test
    void aWrongRunTimeShowsAsPerformanceAboveOne() {
        Oee oee =
                Oee.of(
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(1),
                        700,
                        700);

        assertThat(oee.performance()).isGreaterThan(1.1);
    }

    @Test
    void ofNothingThereIsNoRatio() {
        Oee oee = Oee.of(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), 0, 0);

        assertThat(oee.availability()).isNaN();
        assertThat(oee.oee()).isNaN();
    }
}
