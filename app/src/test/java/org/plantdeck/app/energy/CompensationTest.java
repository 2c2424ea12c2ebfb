package org.plantdeck.app.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;

/** What stages of the capacitor bank do to the current. */
class CompensationTest {

    private static final Reading ENERGY = Bodies.reading(FactorySource.ENERGY);

    /** The example of the power factor formulas: 75 kW at 0.86 take 87.21 kVA and 125.9 A. */
    private final Compensation example = new Compensation(75, 44.50, 400, 2, 10);

    @Test
    void theCurrentFollowsFromPowerAndReactivePower() {
        assertThat(example.amperes(2)).isCloseTo(125.9, within(0.05));
        assertThat(example.powerFactor(2)).isCloseTo(0.86, within(0.0005));
    }

    @Test
    void twoMoreStagesReachAPowerFactorOf095() {
        assertThat(example.powerFactor(4)).isCloseTo(0.95, within(0.001));
        assertThat(example.amperes(4)).isCloseTo(125.9 * 0.86 / 0.95, within(0.1));
        assertThat(example.saving(4)).isCloseTo(11.96, within(0.05));
        assertThat(example.best()).isEqualTo(4);
    }

    @Test
    void atNightStagesTooManyGiveReactivePowerBack() {
        Compensation night = new Compensation(34, 2, 402, 3, 10);
        assertThat(night.reactive(4)).isEqualTo(-8);
        assertThat(night.best()).isEqualTo(3);
        assertThat(new Compensation(34, -14, 402, 3, 10).best()).isEqualTo(2);
    }

    @Test
    void aStageGivesWhatThoseThatAreInGiveOnAverage() {
        assertThat(Compensation.of(ENERGY.values()))
                .contains(new Compensation(100.6, 55.2, (400.8 + 401.2 + 401.3) / 3, 2, 10.05));
    }

    @Test
    void withNoStageInAStageGivesWhatIsWrittenOnIt() {
        Leaves none =
                Bodies.with(Bodies.with(ENERGY, "capacitor.stages", 0), "capacitor.power", 0)
                        .values();
        double relative = (400.8 + 401.2 + 401.3) / 3 / 400;
        assertThat(Compensation.of(none).map(Compensation::stageKvar))
                .contains(10 * relative * relative);
    }

    @Test
    void withoutPowerThereIsNothingToSay() {
        assertThat(Compensation.of(Bodies.with(ENERGY, "power_consumption", 0).values())).isEmpty();
        assertThat(Compensation.of(Leaves.builder().build())).isEmpty();
    }
}
