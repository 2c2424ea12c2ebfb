package org.plantdeck.plcsim.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComfortTest {

    @ParameterizedTest
    @CsvSource({
        "22, 22, 0.1, 60, 1.2, 0.5, -0.75, 17",
        "27, 27, 0.1, 60, 1.2, 0.5, 0.77, 17",
        "27, 27, 0.3, 60, 1.2, 0.5, 0.44, 9",
        "23.5, 25.5, 0.1, 60, 1.2, 0.5, -0.01, 5",
        "19, 19, 0.1, 40, 1.2, 1.0, -0.60, 13",
        "27, 27, 0.1, 60, 1.6, 0.5, 1.17, 34",
    })
    void theVoteIsThatOfTheStandardsTable(
            double air,
            double radiant,
            double velocity,
            double humidity,
            double metabolism,
            double clothing,
            double vote,
            double dissatisfied) {
        Comfort comfort = new Comfort(air, radiant, velocity, humidity, metabolism, clothing);

        assertThat(comfort.pmv()).isCloseTo(vote, within(0.1));
        assertThat(comfort.ppd()).isCloseTo(dissatisfied, within(1.0));
    }

    @Test
    void fiveInAHundredAreDissatisfiedAtBest() {
        assertThat(Comfort.ppd(0)).isCloseTo(5, within(1e-9));
        assertThat(Comfort.ppd(-1.3)).isEqualTo(Comfort.ppd(1.3));
    }

    @Test
    void airIsSaturatedAtItsDewPoint() {
        assertThat(Psychrometrics.dewPoint(23, 100)).isCloseTo(23, within(1e-9));
        assertThat(Psychrometrics.dewPoint(23, 48)).isCloseTo(11.4, within(0.1));
    }

    @Test
    void aBearingLivesAsLongAsItsLoadAllows() {
        assertThat(Bearing.lifeHours(14, 2, 1480)).isCloseTo(3_863, within(1.0));
    }
}
