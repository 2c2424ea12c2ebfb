package org.plantdeck.app.hall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;

/** What the hall screen says. */
class HallModelTest {

    private static final Reading HALL = Bodies.reading(FactorySource.ENVIRONMENT);

    private static HallModel of(Reading reading) {
        return HallModel.of(reading.values());
    }

    @Test
    void aHealthyHallOnAColdDay() {
        assertThat(of(HALL))
                .isEqualTo(
                        new HallModel(
                                "air handling running · automatic",
                                true,
                                "",
                                false,
                                "heating",
                                "5.2 °C\n73 %",
                                "24.2 °C\n4.84 m³/s",
                                "Predicted mean vote −0.04",
                                "5.0 % dissatisfied",
                                "good"));
    }

    @Test
    void aUnitThatStandsSaysItsState() {
        HallModel failed = of(Bodies.with(HALL, "ahu.state", "failed"));
        assertThat(failed.runs()).isFalse();
        assertThat(failed.standing()).isEqualTo("failed");
    }

    @Test
    void theCoilCoolsHeatsOrIsShut() {
        assertThat(of(Bodies.with(HALL, "ahu.coil", 22.0)).coil()).isEqualTo("cooling");
        assertThat(of(Bodies.with(HALL, "ahu.coil", 0.4)).coil()).isEqualTo("shut");
    }

    @Test
    void aWarmVoteHasItsSign() {
        assertThat(of(Bodies.with(HALL, "pmv", 0.42)).vote())
                .isEqualTo("Predicted mean vote +0.42");
        assertThat(of(Bodies.with(HALL, "pmv", 0.0)).vote()).isEqualTo("Predicted mean vote 0.00");
    }

    @Test
    void theDamperIsMovedByHandInManualOnly() {
        assertThat(of(Bodies.with(HALL, "ahu.mode", "manual")).damperByHand()).isTrue();
        assertThat(of(Bodies.with(HALL, "ahu.mode", "off")).damperByHand()).isFalse();
    }
}
