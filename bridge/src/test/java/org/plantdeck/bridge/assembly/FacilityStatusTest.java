package org.plantdeck.bridge.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.bridge.windows.Sample;
import org.plantdeck.bridge.windows.WindowFigures;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class FacilityStatusTest {

    private final List<Sample> samples = new ArrayList<>();

    private FacilityStatusTest with(FactorySource source, Map<String, Value> set) {
        samples.add(Sample.of(FactoryReadings.at("run", source, 0, set)));
        return this;
    }

    private FacilityStatusTest energy(double efficiency) {
        return with(FactorySource.ENERGY, Map.of("efficiency", Value.of(efficiency)));
    }

    private FacilityStatusTest comfort(double index) {
        return with(FactorySource.ENVIRONMENT, Map.of("comfort_index", Value.of(index)));
    }

    private FacilityStatusTest line(String status, double quality) {
        return with(
                FactorySource.LINE,
                Map.of("status", Value.of(status), "quality_rate", Value.of(quality)));
    }

    private FacilityStatus status(int alerts) {
        return FacilityStatus.of(new WindowFigures(samples), alerts);
    }

    @Test
    void theScoreIsTheWeightedMean() {
        FacilityStatus status = energy(90).comfort(80).line("running", 100).status(0);
        assertThat(status.score().orElseThrow()).isCloseTo(90, within(1e-9));
        assertThat(status.health()).isEqualTo("good");
    }

    @Test
    void qualityCountsOnlyWhileTheLineRuns() {
        assertThat(energy(90).comfort(83).line("idle", 0).status(0).score().orElseThrow())
                .isCloseTo(87, within(1e-9));
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(energy(70).status(0)).extracting(FacilityStatus::health).isEqualTo("fair");
    }

    @Test
    void withoutEnergyAndEnvironmentNothingIsKnown() {
        FacilityStatus status = line("running", 99).status(0);
        assertThat(status.health()).isEqualTo("unknown");
        assertThat(status.score()).isEmpty();
    }

    @Test
    void anAlertTakesTenPointsAndRulesOutGood() {
        energy(98).comfort(95);
        assertThat(status(1).score()).hasValue(79);
        assertThat(status(1).health()).isEqualTo("fair");
        assertThat(status(2).score().orElseThrow()).isCloseTo(96.714285 - 20, within(1e-5));
        assertThat(status(4).health()).isEqualTo("poor");
        assertThat(status(20).score()).hasValue(0);
    }
}
