package org.plantdeck.bridge.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.signal.FactorySource.ENERGY;
import static org.plantdeck.signal.FactorySource.ENVIRONMENT;
import static org.plantdeck.signal.FactorySource.LINE;

import org.junit.jupiter.api.Test;
import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.bridge.windows.Sample;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class AlertMonitorTest {

    private AlertMonitor monitor = new AlertMonitor(AlertThresholds.defaults(), List.of());
    private long second;

    private List<CriticalAlert> window(FactorySource source, String key, double... values) {
        List<Sample> samples = new ArrayList<>();
        for (double value : values) {
            samples.add(
                    Sample.of(
                            FactoryReadings.at(
                                    "run", source, second++, Map.of(key, Value.of(value)))));
        }
        return monitor.window(samples, true);
    }

    private static double[] times(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void aHealthyPlantRaisesNone() {
        List<Sample> samples = new ArrayList<>();
        for (long at = 0; at < 600; at++) {
            for (FactorySource source : FactorySource.values()) {
                samples.add(Sample.of(FactoryReadings.at("run", source, at)));
            }
        }
        assertThat(monitor.window(samples, true)).isEmpty();
        assertThat(monitor.states()).isEmpty();
    }

    @Test
    void oneSampleDoesNotRaiseAnAlert() {
        assertThat(window(ENVIRONMENT, "co2_level", 640, 5_000, 640)).isEmpty();
        assertThat(monitor.states()).isEmpty();
    }

    @Test
    void aLimitBrokenForTheHoldingTimeRaisesAnAlert() {
        assertThat(window(ENVIRONMENT, "co2_level", times(60, 1_612))).isEmpty();
        assertThat(window(ENVIRONMENT, "co2_level", 1_612.04))
                .containsExactly(
                        new CriticalAlert(
                                "factory/environment/co2_level",
                                "high",
                                1_612.0,
                                1_500,
                                "ppm",
                                FactoryReadings.START,
                                "Carbon dioxide in the hall: 1612.0 ppm, above the limit of 1500"
                                        + " ppm"));
    }

    @Test
    void aLongTimeBetweenTwoReadingsIsNotEnough() {
        window(ENVIRONMENT, "co2_level", 1_612);
        second += 1_000;
        assertThat(window(ENVIRONMENT, "co2_level", 1_612)).isEmpty();
        assertThat(window(ENVIRONMENT, "co2_level", 1_612)).hasSize(1);
    }

    @Test
    void anAlertStandsUntilTheValueIsRightByTheDeadbandForTheHoldingTime() {
        window(ENVIRONMENT, "co2_level", times(61, 1_612));
        assertThat(window(ENVIRONMENT, "co2_level", times(200, 1_470))).hasSize(1);
        assertThat(window(ENVIRONMENT, "co2_level", times(60, 1_450))).hasSize(1);
        assertThat(window(ENVIRONMENT, "co2_level", 1_470)).hasSize(1);
        assertThat(window(ENVIRONMENT, "co2_level", times(60, 1_450)))
                .extracting(CriticalAlert::message)
                .containsExactly(
                        "Carbon dioxide in the hall: 1450.0 ppm, back within the limit of 1500"
                                + " ppm");
        assertThat(window(ENVIRONMENT, "co2_level", 1_450)).isEmpty();
        assertThat(monitor.states()).isEmpty();
    }

    @Test
    void aValueThatSwingsAboutTheLimitDoesNotFlicker() {
        window(ENVIRONMENT, "co2_level", times(61, 1_612));
        for (int i = 0; i < 100; i++) {
            assertThat(window(ENVIRONMENT, "co2_level", 1_440, 1_510)).hasSize(1);
        }
    }

    @Test
    void aWindowWithoutReadingsLeavesAnAlertStanding() {
        window(ENVIRONMENT, "co2_level", times(61, 1_612));
        assertThat(monitor.window(List.of(), false)).hasSize(1);
    }

    @Test
    void theLowSideWorksLikeTheHighSide() {
        assertThat(window(ENERGY, "frequency", times(6, 49.4)))
                .extracting(CriticalAlert::tag, CriticalAlert::condition)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("factory/energy/frequency", "low"));
        assertThat(window(ENERGY, "frequency", times(20, 49.52))).hasSize(1);
        assertThat(window(ENERGY, "frequency", times(6, 49.55))).isEmpty();
    }

    @Test
    void eachOfTheThreeVoltagesIsWatchedForItself() {
        assertThat(window(ENERGY, "voltages.L2", times(10, 340)))
                .extracting(CriticalAlert::message)
                .containsExactly("Voltage between L2 and L3: 340.0 V, below the limit of 360 V");
    }

    @Test
    void demandIsWatchedAsAShareOfItsLimit() {
        assertThat(window(ENERGY, "demand", times(61, 165)))
                .extracting(CriticalAlert::message)
                .containsExactly(
                        "Demand of the contract's limit: 110.0 %, above the limit of 100 %");
    }

    @Test
    void vibrationInZoneDIsToldBesideZoneC() {
        assertThat(window(LINE, "vibration", times(61, 4.8)))
                .extracting(CriticalAlert::limit)
                .containsExactly(2.8, 4.5);
    }

    @Test
    void lowAirRaisesNothingWhileTheLineStandsStill() {
        List<Sample> low = new ArrayList<>();
        for (long at = 0; at < 100; at++) {
            low.add(
                    Sample.of(
                            FactoryReadings.at(
                                    "run",
                                    ENERGY,
                                    at,
                                    Map.of("compressor.pressure", Value.of(5.0)))));
        }
        assertThat(monitor.window(low, false)).isEmpty();
        assertThat(monitor.window(low, true)).hasSize(1);
        assertThat(monitor.window(low, false)).hasSize(1);
    }

    @Test
    void aLimitThatIsSetIsTheOneThatCounts() {
        monitor = new AlertMonitor(AlertThresholds.of(Map.of("co2-high", 700.0)), List.of());
        assertThat(window(ENVIRONMENT, "co2_level", times(61, 750)))
                .extracting(CriticalAlert::limit)
                .containsExactly(700.0);
    }

    @Test
    void aMonitorContinuesFromTheStatesThatWereKept() {
        window(ENVIRONMENT, "co2_level", times(40, 1_612));
        monitor = new AlertMonitor(AlertThresholds.defaults(), monitor.states());
        assertThat(window(ENVIRONMENT, "co2_level", times(21, 1_612))).hasSize(1);
    }
}
