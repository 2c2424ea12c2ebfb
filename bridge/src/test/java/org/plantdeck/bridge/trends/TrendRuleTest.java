package org.plantdeck.bridge.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

class TrendRuleTest {

    private static List<TrendPoint> points(int count, IntToDoubleFunction mean) {
        List<TrendPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new TrendPoint(10_000L * (i + 1), mean.applyAsDouble(i)));
        }
        return points;
    }

    @Test
    void aSteadyRiseIsRisingAndASteadyFallIsFalling() {
        assertThat(TrendRule.POWER.of(points(30, i -> 100 + 0.5 * i))).isEqualTo(Trend.RISING);
        assertThat(TrendRule.POWER.of(points(30, i -> 100 - 0.5 * i))).isEqualTo(Trend.FALLING);
    }

    @Test
    void whatNeverChangesIsStable() {
        assertThat(TrendRule.POWER.of(points(30, i -> 100))).isEqualTo(Trend.STABLE);
    }

    @Test
    void aRiseTooSmallToMatterIsStable() {
        assertThat(TrendRule.POWER.of(points(30, i -> 100 + 1.9 / 29 * i))).isEqualTo(Trend.STABLE);
        assertThat(TrendRule.POWER.of(points(30, i -> 100 + 2.1 / 29 * i))).isEqualTo(Trend.RISING);
    }

    @Test
    void aRiseThatDrownsInNoiseIsStable() {
        IntToDoubleFunction noise = i -> i % 2 == 0 ? 20 : -20;
        assertThat(TrendRule.POWER.of(points(30, i -> 100 + 0.1 * i + noise.applyAsDouble(i))))
                .isEqualTo(Trend.STABLE);
    }

    @Test
    void aRiseWellAboveItsNoiseIsRising() {
        Random random = new Random(1);
        assertThat(TrendRule.POWER.of(points(30, i -> 100 + 0.5 * i + random.nextGaussian())))
                .isEqualTo(Trend.RISING);
    }

    @Test
    void noiseAloneIsSeldomATrend() {
        Random random = new Random(1);
        long moving =
                java.util.stream.IntStream.range(0, 1_000)
                        .mapToObj(_ ->
                                TrendRule.POWER.of(
                                        points(30, i -> 100 + 3 * random.nextGaussian())))
                        .filter(trend -> trend != Trend.STABLE)
                        .count();
        assertThat(moving).isLessThan(15);
    }

    @Test
    void fewerThanFiveWindowsSayNothing() {
        assertThat(TrendRule.POWER.of(points(4, i -> 100 + 10 * i))).isEqualTo(Trend.STABLE);
        assertThat(TrendRule.POWER.of(points(5, i -> 100 + 10 * i))).isEqualTo(Trend.RISING);
    }

    @Test
    void theHistoryLooksBackFiveMinutes() {
        TrendHistory history = new TrendHistory(TrendRule.TEMPERATURE, List.of());
        points(30, i -> 20 + i).forEach(history::add);
        assertThat(history.trend()).isEqualTo(Trend.RISING);
        assertThat(history.points()).hasSize(30);
        for (int i = 30; i < 60; i++) {
            history.add(new TrendPoint(10_000L * (i + 1), 50));
        }
        assertThat(history.trend()).isEqualTo(Trend.STABLE);
        assertThat(history.points()).hasSize(30);
        history.advance(10_000L * 120);
        assertThat(history.points()).isEmpty();
    }
}
