package org.plantdeck.app.energy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.live.Freshness;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the energy screen says. */
class EnergyModelTest {

    private static final Reading ENERGY = Bodies.reading(FactorySource.ENERGY);
    private static final Freshness LIVE = new Freshness(Freshness.State.LIVE, Duration.ZERO);

    private static EnergyModel of(Reading reading) {
        return EnergyModel.of(reading.values(), LIVE);
    }

    @Test
    void aHealthyPlantKeepsItsContractAndCouldSaveCurrent() {
        assertThat(of(ENERGY))
                .isEqualTo(
                        new EnergyModel(
                                "250 kVA · grid normal",
                                "Forecast of this quarter hour: 104.4 kW, contract kept",
                                "automatic · 2 in",
                                false,
                                "Two more stages would save 11.8 A a phase.",
                                "automatic · bar",
                                "unloaded",
                                true));
    }

    @Test
    void aForecastAboveTheLimitSaysByHowMuch() {
        Reading high = Bodies.with(ENERGY, "demand_forecast", 152.2);
        assertThat(of(high).forecast())
                .isEqualTo("Forecast of this quarter hour: 152.2 kW, contract exceeded by 12.2 kW");
    }

    @Test
    void aSilentPlcForecastsNothing() {
        EnergyModel silent =
                EnergyModel.of(
                        ENERGY.values(),
                        new Freshness(Freshness.State.STALE, Duration.ofSeconds(75)));
        assertThat(List.of(silent.forecast(), silent.saving()))
                .containsOnly("PLC2 has been silent for 75 s.");
    }

    @Test
    void theSavingIsThatOfTheBestNumberOfStages() {
        assertThat(of(Bodies.with(ENERGY, "reactive_power", 12)).saving())
                .isEqualTo("One more stage would save 1.0 A a phase.");
        assertThat(of(Bodies.with(ENERGY, "reactive_power", -21)).saving())
                .isEqualTo("Two stages less would save 3.1 A a phase.");
        assertThat(of(Bodies.with(ENERGY, "reactive_power", 2)).saving())
                .isEqualTo("No other number of stages saves current.");
    }

    @Test
    void stagesAreTakenByHandInManualOnly() {
        assertThat(of(Bodies.with(ENERGY, "capacitor.mode", "manual")).stagesByHand()).isTrue();
    }

    @Test
    void aStoppedCompressorDoesNotRun() {
        EnergyModel stopped = of(Bodies.with(ENERGY, "compressor.state", "stopped"));
        assertThat(stopped.compressorRuns()).isFalse();
    }

    @Test
    void anEmptyBodySaysNothingItDoesNotKnow() {
        EnergyModel empty = EnergyModel.of(Leaves.builder().build(), LIVE);
        assertThat(empty.forecast()).isEmpty();
        assertThat(empty.saving()).isEmpty();
    }

    @Test
    void energyForAThousandBottlesNeedsBothFromTheSameMomentOn() {
        Instant midnight = Instant.parse("2026-11-21T00:00:00Z");
        HourBook.Day energy = new HourBook.Day(List.of(), 624, Optional.of(midnight));
        assertThat(
                        EnergyModel.perThousand(
                                energy,
                                Optional.of(new BottleBook.Day(25_000, midnight.plusSeconds(9)))))
                .isEqualTo(OptionalDouble.of(24.96));
        assertThat(
                        EnergyModel.perThousand(
                                energy,
                                Optional.of(new BottleBook.Day(25_000, midnight.plusSeconds(600)))))
                .isEmpty();
        assertThat(EnergyModel.perThousand(energy, Optional.of(new BottleBook.Day(999, midnight))))
                .isEmpty();
        assertThat(EnergyModel.perThousand(energy, Optional.empty())).isEmpty();
    }
}
