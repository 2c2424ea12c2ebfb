package org.plantdeck.app.hall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.operate.Proposal;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

/** What is proposed to PLC3, with its consequence. */
class HallProposalsTest {

    private static final Reading READING = Bodies.reading(FactorySource.ENVIRONMENT);
    private static final Leaves NOW = READING.values();

    private static Proposal proposal(String command, Value value, String says, String act) {
        return new Proposal(FactorySource.ENVIRONMENT, command, value, says, act);
    }

    @Test
    void aTemperatureSaysWhetherTheHallIsWarmedOrCooled() {
        assertThat(HallProposals.temperature(NOW, 24.5))
                .isEqualTo(
                        proposal(
                                "temperature_setpoint",
                                Value.of(24.5),
                                "The air handling warms the hall to 24.5 °C; it has 23.0 °C now.",
                                "Set temperature"));
        assertThat(HallProposals.temperature(NOW, 21).consequence())
                .isEqualTo("The air handling cools the hall to 21.0 °C; it has 23.0 °C now.");
    }

    @Test
    void aTemperatureForAUnitThatIsOffSaysThatItWaits() {
        Leaves off = Bodies.with(READING, "ahu.mode", "off").values();
        assertThat(HallProposals.temperature(off, 24.5).consequence())
                .isEqualTo(
                        "The air handling is off: 24.5 °C holds once it runs again; the hall has"
                                + " 23.0 °C now.");
    }

    @Test
    void everyModeHasItsConsequence() {
        assertThat(HallProposals.MODES)
                .extracting(it -> HallProposals.mode(NOW, it))
                .containsExactly(
                        proposal(
                                "ahu_mode",
                                Value.of("automatic"),
                                "Fan and damper follow carbon dioxide and temperature again; CO₂"
                                        + " is 810 ppm now.",
                                "Switch to automatic"),
                        proposal(
                                "ahu_mode",
                                Value.of("off"),
                                "Fan, damper and coil shut. CO₂, 810 ppm now, rises by hundreds of"
                                        + " ppm an hour while the line runs.",
                                "Switch air handling off"),
                        proposal(
                                "ahu_mode",
                                Value.of("manual"),
                                "The fan runs at a fixed speed and the damper goes where you put"
                                        + " it last, whatever the CO₂ (810 ppm now).",
                                "Switch to manual"));
    }

    @Test
    void aDamperSaysWhatLessOrMoreAirMeans() {
        assertThat(HallProposals.damper(NOW, 20))
                .isEqualTo(
                        proposal(
                                "damper",
                                Value.of(20.0),
                                "The damper closes from 72 to 20 %: less outdoor air, CO₂ rises"
                                        + " from 810 ppm.",
                                "Move damper"));
        assertThat(HallProposals.damper(NOW, 90).consequence())
                .isEqualTo(
                        "The damper opens from 72 to 90 %: more outdoor air at 5.2 °C has to be"
                                + " treated.");
    }

    @Test
    void theLightsSayHowManyPeopleTheyFollowNoMore() {
        assertThat(HallProposals.lighting(NOW, 50))
                .isEqualTo(
                        proposal(
                                "lighting",
                                Value.of(50.0),
                                "The lights go to 50 % and stay there; they follow people no more."
                                        + " 14 people are in the hall.",
                                "Set lighting"));
        assertThat(HallProposals.lightingAutomatic().value()).isEqualTo(Value.of("automatic"));
    }
}
