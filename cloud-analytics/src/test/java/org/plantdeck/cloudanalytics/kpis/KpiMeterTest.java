package org.plantdeck.cloudanalytics.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;

class KpiMeterTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PERIOD = Duration.ofSeconds(10);

    /** A window at noon plus a number of seconds. */
    private static AnalyticsWindow window(
            long seconds, double kw, double meterKwh, long bottles, double running) {
        Instant start = NOON.plusSeconds(seconds);
        return new AnalyticsWindow(
                "r",
                seconds / 10 + 1,
                start,
                start.plus(PERIOD),
                Leaves.builder()
                        .put("energy_analytics.power_consumption.average", Value.of(kw))
                        .put("energy_analytics.power_consumption.maximum", Value.of(kw + 1))
                        .put("energy_analytics.efficiency.average", Value.of(90.0))
                        .put("energy_analytics.power_factor.average", Value.of(0.87))
                        .put("energy_analytics.energy_total.last", Value.of(meterKwh))
                        .put("environment_analytics.comfort.average", Value.of(88.0))
                        .put("production_analytics.count", bottles)
                        .put("production_analytics.speed.average", Value.of(bottles * 6.0))
                        .put("production_analytics.running_share", Value.of(running))
                        .put(
                                "production_analytics.quality.average",
                                bottles == 0 ? Value.absent() : Value.of(98.0))
                        .build());
    }

    private static AnalyticsWindow empty(long seconds) {
        Instant start = NOON.plusSeconds(seconds);
        return new AnalyticsWindow(
                "r", seconds / 10 + 1, start, start.plus(PERIOD), Leaves.builder().build());
    }

    private static Interval seconds(long from, long to) {
        return new Interval(NOON.plusSeconds(from), NOON.plusSeconds(to));
    }

    @Test
    void energyIsWhatTheMeterTurnedAndNotWhatWindowsAddUpTo() {
        KpiMeter meter = new KpiMeter(seconds(0, 40), PERIOD);
        meter.before(window(-10, 100, 1000.0, 10, 1));
        meter.add(window(0, 100, 1000.5, 10, 1));
        meter.add(window(30, 120, 1002.0, 10, 1));

        Kpis kpis = meter.kpis();

        assertThat(kpis.energy().consumedKwh().orElseThrow()).isCloseTo(2.0, within(1e-9));
        assertThat(kpis.energy().kwhPer1000Bottles().orElseThrow()).isCloseTo(100, within(1e-9));
        assertThat(kpis.energy().meanKw()).hasValue(110);
        assertThat(kpis.energy().highestKw()).hasValue(121);
    }

    @Test
    void aMeterThatStartsAgainAddsNothing() {
        KpiMeter meter = new KpiMeter(seconds(0, 30), PERIOD);
        meter.add(window(0, 100, 1000.0, 0, 0));
        meter.add(window(10, 100, 3.0, 0, 0));
        meter.add(window(20, 100, 3.5, 0, 0));

        assertThat(meter.kpis().energy().consumedKwh()).hasValue(0.5);
    }

    @Test
    void completenessIsWhatWasThereOfWhatShouldHaveBeen() {
        KpiMeter meter = new KpiMeter(seconds(0, 40), PERIOD);
        meter.add(window(0, 100, 1, 0, 0));
        meter.add(window(20, 100, 1, 0, 0));
        meter.add(window(30, 100, 1, 0, 0));

        assertThat(meter.kpis().completeness()).hasValue(0.75);
    }

    @Test
    void speedAndQualityAreWeightedByWhatWasMade() {
        KpiMeter meter = new KpiMeter(seconds(0, 30), PERIOD);
        meter.add(window(0, 100, 1, 20, 1));
        meter.add(window(10, 100, 1, 10, 0.5));
        meter.add(window(20, 100, 1, 0, 0));

        Kpis.Line line = meter.kpis().line();

        assertThat(line.bottles()).isEqualTo(30);
        assertThat(line.runningShare()).hasValue(0.5);
        assertThat(line.bottlesPerMinute()).hasValue((120 * 1 + 60 * 0.5) / 1.5);
        assertThat(line.qualityPercent()).hasValue(98);
    }

    @Test
    void whatNobodyMeasuredIsEmptyAndNotZero() {
        KpiMeter meter = new KpiMeter(seconds(0, 10), PERIOD);
        meter.add(empty(0));

        Kpis kpis = meter.kpis();

        assertThat(kpis.windows()).isEqualTo(1);
        assertThat(kpis.energy().meanKw()).isEmpty();
        assertThat(kpis.energy().kwhPer1000Bottles()).isEmpty();
        assertThat(kpis.line().runningShare()).isEmpty();
        assertThat(kpis.hall().comfortPercent()).isEmpty();
    }

    @Test
    void hoursAddUpToTheWhole() {
        Interval whole = seconds(1800, 3 * 3600);
        KpiSeries hours = KpiSeries.hours(whole, PERIOD);
        KpiMeter all = new KpiMeter(whole, PERIOD);
        hours.before(window(1790, 60, 100, 0, 1));
        all.before(window(1790, 60, 100, 0, 1));
        for (long at = 1800; at < 3 * 3600; at += 10) {
            AnalyticsWindow window = window(at, 60, 100 + (at - 1790) / 60.0, 10, 1);
            hours.add(window);
            all.add(window);
        }

        List<Kpis> parts = hours.kpis();

        assertThat(parts)
                .extracting(Kpis::interval)
                .containsExactly(seconds(1800, 3600), seconds(3600, 7200), seconds(7200, 10800));
        assertThat(parts).extracting(Kpis::completeness).containsOnly(OptionalDouble.of(1));
        assertThat(sumKwh(parts))
                .isCloseTo(all.kpis().energy().consumedKwh().orElseThrow(), within(1e-9));
        assertThat(parts.stream().mapToLong(part -> part.line().bottles()).sum())
                .isEqualTo(all.kpis().line().bottles());
    }

    private static double sumKwh(List<Kpis> parts) {
        return parts.stream().mapToDouble(part -> part.energy().consumedKwh().orElseThrow()).sum();
    }

    @Test
    void anHourWithoutWindowsStandsInTheSeriesEmpty() {
        KpiSeries hours = KpiSeries.hours(seconds(0, 3 * 3600), PERIOD);
        hours.add(window(0, 60, 1, 0, 1));
        hours.add(window(2 * 3600, 60, 3, 0, 1));

        assertThat(hours.kpis()).extracting(Kpis::windows).containsExactly(1L, 0L, 1L);
    }

    @Test
    void daysAreThoseOfTheTimeZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        KpiSeries days = KpiSeries.days(seconds(0, 36 * 3600), PERIOD, berlin);

        assertThat(days.kpis())
                .extracting(Kpis::interval)
                .containsExactly(
                        seconds(0, 11 * 3600),
                        seconds(11 * 3600, 35 * 3600),
                        seconds(35 * 3600, 36 * 3600));
    }
}
