package org.plantdeck.app.energy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.operate.Proposal;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

/** What is proposed to PLC2, with its consequence. */
class EnergyProposalsTest {

    private static final Reading READING = Bodies.reading(FactorySource.ENERGY);
    private static final Leaves NOW = READING.values();

    private static Proposal proposal(String command, Value value, String says, String act) {
        return new Proposal(FactorySource.ENERGY, command, value, says, act);
    }

    @Test
    void aDemandLimitSaysWhetherAnAlarmFollows() {
        assertThat(EnergyProposals.demandLimit(NOW, 130))
                .isEqualTo(
                        proposal(
                                "demand_limit",
                                Value.of(130.0),
                                "The demand limit goes from 140.0 to 130.0 kW. Demand is 110.0 kW"
                                        + " now.",
                                "Set demand limit"));
        assertThat(EnergyProposals.demandLimit(NOW, 100).consequence())
                .isEqualTo(
                        "The demand limit goes from 140.0 to 100.0 kW. Demand is 110.0 kW now,"
                                + " above it: an alarm follows.");
    }

    @Test
    void stagesSayPowerFactorAndCurrent() {
        assertThat(EnergyProposals.stages(NOW, 4))
                .isEqualTo(
                        proposal(
                                "capacitor_stages",
                                Value.of(4L),
                                "From 2 to 4 stages: power factor about 0.94, 153 instead of"
                                        + " 165 A a phase.",
                                "Switch stages"));
    }

    @Test
    void stagesThatGiveReactivePowerBackSaySo() {
        Leaves night = Bodies.with(READING, "reactive_power", 5).values();
        assertThat(EnergyProposals.stages(night, 3).consequence())
                .endsWith("The plant then gives reactive power back.");
    }

    @Test
    void stagesOfAPlantWithoutPowerSayThatNothingIsKnown() {
        Leaves outage = Bodies.with(READING, "power_consumption", 0).values();
        assertThat(EnergyProposals.stages(outage, 3).consequence())
                .isEqualTo(
                        "The plant takes no power now: what the stages will do shows when it"
                                + " does.");
    }

    @Test
    void theModesOfTheBankSayWhoSwitches() {
        assertThat(EnergyProposals.bankMode(NOW, "manual"))
                .isEqualTo(
                        proposal(
                                "capacitor_mode",
                                Value.of("manual"),
                                "PLC2 leaves 2 stages in until you ask for others, whatever the"
                                        + " power factor.",
                                "Switch to manual"));
        assertThat(EnergyProposals.bankMode(NOW, "automatic").consequence())
                .isEqualTo(
                        "PLC2 switches stages by itself again; it adds one below a power factor"
                                + " of 0.86.");
    }

    @Test
    void everyModeOfTheCompressorHasItsConsequence() {
        assertThat(EnergyProposals.COMPRESSOR_MODES)
                .extracting(it -> EnergyProposals.compressorMode(NOW, it))
                .containsExactly(
                        proposal(
                                "compressor_mode",
                                Value.of("automatic"),
                                "The compressor holds the pressure, now 6.86 bar, and stops when"
                                        + " it idles for long.",
                                "Switch to automatic"),
                        proposal(
                                "compressor_mode",
                                Value.of("off"),
                                "The compressor stops. Air falls from 6.86 bar; the filler fails"
                                        + " within minutes.",
                                "Switch compressor off"),
                        proposal(
                                "compressor_mode",
                                Value.of("manual"),
                                "The motor runs on while no air is needed; pressure is 6.86 bar"
                                        + " now.",
                                "Switch to manual"));
    }
}
