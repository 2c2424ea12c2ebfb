package org.plantdeck.app.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plantdeck.cloudanalytics.kpis.Kpis;

import java.time.Duration;
import java.util.List;

class DayFiguresTest {

    @Test
    void aShiftIsComparedWithTheSameShiftAndNotWithANight() {
        DayFigures day =
                new DayFigures(
                        List.of(
                                Hours.at(0, 360).efficiency(60).kpis(),
                                Hours.at(1, 360).efficiency(90).kpis()),
                        List.of(Hours.at(-23, 360).efficiency(91).kpis()));

        assertThat(day.change(it -> it.energy().efficiencyPercent()))
                .contains(new DayFigures.Change(-1, Duration.ofHours(1)));
    }

    @Test
    void lessThanAnHourInCommonSaysNothing() {
        DayFigures day =
                new DayFigures(
                        List.of(Hours.cut(0, Duration.ofMinutes(40), 240).efficiency(60).kpis()),
                        List.of(Hours.cut(-24, Duration.ofMinutes(40), 240).efficiency(91).kpis()));

        assertThat(day.change(it -> it.energy().efficiencyPercent())).isEmpty();
    }

    @Test
    void anHourThatWasCutIsNotComparedWithAWholeOne() {
        DayFigures day =
                new DayFigures(
                        List.of(Hours.at(0, 360).efficiency(60).kpis()),
                        List.of(Hours.cut(-24, Duration.ofMinutes(59), 354).efficiency(91).kpis()));

        assertThat(day.change(it -> it.energy().efficiencyPercent())).isEmpty();
    }

    @Test
    void energyForABottleIsComparedOverTheHoursBothDaysHave() {
        DayFigures day =
                new DayFigures(
                        List.of(
                                Hours.at(0, 360).made(1_000, 30).kpis(),
                                Hours.at(1, 360).made(3_000, 60).kpis()),
                        List.of(
                                Hours.at(-24, 360).made(1_000, 30).kpis(),
                                Hours.at(-23, 360).made(2_000, 60).kpis()));

        DayFigures.Change change = day.energyChange().orElseThrow();
        assertThat(change.amount()).isCloseTo(90.0 / 4_000 / (90.0 / 3_000) - 1, within(1e-12));
        assertThat(change.compared()).isEqualTo(Duration.ofHours(2));
        assertThat(day.kwhPer1000Bottles()).hasValue(22.5);
    }

    @Test
    void aDayWithoutABottleHasNoEnergyForOne() {
        DayFigures day =
                new DayFigures(
                        List.of(Hours.at(0, 360).made(0, 30).kpis()),
                        List.of(Hours.at(-24, 360).made(1_000, 30).kpis()));

        assertThat(day.kwhPer1000Bottles()).isEmpty();
        assertThat(day.energyChange()).isEmpty();
    }

    @Test
    void whatArrivedIsCountedOverTheWholeDay() {
        DayFigures day =
                new DayFigures(
                        List.of(Hours.at(0, 360).kpis(), Hours.at(1, 350).kpis()), List.of());

        assertThat(List.of(day.windows(), day.expectedWindows())).containsExactly(710L, 720L);
        assertThat(day.lived()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theHourThatRunsIsDrawnAsIfItWentOnLikeThis() {
        Kpis half = Hours.cut(0, Duration.ofMinutes(30), 180).made(3_000, 60).kpis();

        assertThat(DayFigures.bottlesPerHour(half)).isEqualTo(6_000);
    }
}
