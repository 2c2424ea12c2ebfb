package org.plantdeck.plcsim.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** A fault is as large as its size says, in the unit of its size. */
class FaultSizeTest {

    private static final Duration TIME = Duration.ofMinutes(20);
    private static final int SETTLED = 300;

    private static Trace sound;

    @BeforeAll
    static void runTheSoundPlant() {
        sound = settled(new Bench());
    }

    private static Trace settled(Bench bench) {
        return bench.run(TIME).from(SETTLED);
    }

    private static Trace with(String fault) {
        return settled(Bench.with(fault));
    }

    @Test
    void aBeltLosesThePercentOfSpeedItSlipsBy() {
        double ratio = with("belt-slip:8").mean(Sensor.LINE_SPEED) / sound.mean(Sensor.LINE_SPEED);

        assertThat(ratio).isCloseTo(0.92, within(0.006));
    }

    @Test
    void aBearingShakesByTheMillimetresASecondOfItsDefectMore() {
        double more = with("bearing-wear:2").mean(Sensor.VIBRATION) - sound.mean(Sensor.VIBRATION);

        assertThat(more).isCloseTo(2, within(0.05));
    }

    @Test
    void aCloggedFilterAddsThePercentToItsResistance() {
        ToDoubleFunction<Trace.Second> resistance =
                it ->
                        it.get(Sensor.FILTER_PRESSURE)
                                / (it.get(Sensor.SUPPLY_FLOW) * it.get(Sensor.SUPPLY_FLOW));

        assertThat(with("clogged-filter:300").mean(resistance) / sound.mean(resistance))
                .isCloseTo(4, within(0.001));
    }

    @Test
    void aDipTakesThePercentOfTheVoltageWithoutLoad() {
        double lost = sound.mean(Sensor.VOLTAGE_L1) - with("voltage-dip:5").mean(Sensor.VOLTAGE_L1);

        assertThat(lost).isCloseTo(0.05 * 416, within(2.0));
    }

    @Test
    void aDipOfNineteenPercentTripsTheMainDriveAndOneOfSeventeenDoesNot() {
        assertThat(with("voltage-dip:17").max(Sensor.DRIVE_TRIPPED)).isZero();
        assertThat(with("voltage-dip:19").max(Sensor.DRIVE_TRIPPED)).isEqualTo(1);
    }

    @Test
    void aLeakTakesItsAirAtSevenBar() {
        Trace leaking = with("compressor-leak:75");
        double driving = (leaking.mean(Sensor.RECEIVER_PRESSURE) + 1) / 8;

        assertThat(leaking.mean(Sensor.AIR_FLOW) - sound.mean(Sensor.AIR_FLOW))
                .isCloseTo(75 * driving, within(1.0));
    }

    @Test
    void aRegulatorHoldsTheBarBesideItsSetPoint() {
        double error =
                with("pressure-regulator-failure:-0.2").mean(Sensor.BOWL_PRESSURE)
                        - sound.mean(Sensor.BOWL_PRESSURE);

        assertThat(error).isCloseTo(-0.2, within(0.001));
    }

    @Test
    void aFanLosesThePercentOfItsSpeedAndOnlyAWholeLossIsReported() {
        Trace slow = with("hvac-failure:10");

        assertThat(slow.at(0).get(Sensor.FAN_SPEED))
                .isCloseTo(0.9 * referenceAt(slow), within(0.5));
        assertThat(slow.max(Sensor.AHU_FAILED)).isZero();
        assertThat(with("hvac-failure:100").min(Sensor.AHU_FAILED)).isEqualTo(1);
    }

    /** What the controller asks of the fan for the carbon dioxide there is, %. */
    private static double referenceAt(Trace trace) {
        double stale = (trace.at(0).get(Sensor.HALL_CO2) - 600) / 350;
        return 65 + 35 * Math.clamp(stale, 0, 1);
    }

    @Test
    void deadCapacitorStagesGiveNothing() {
        double factor =
                with("capacitor-failure:4").max(Sensor.CAPACITOR_POWER)
                        / sound.mean(Sensor.CAPACITOR_POWER);

        assertThat(factor).isZero();
    }

    @Test
    void aBadBatchLosesThePercentOfItsLabels() {
        assertThat(rejected(with("quality-loss:5")) - rejected(sound))
                .isCloseTo(0.05, within(0.012));
    }

    private static double rejected(Trace trace) {
        Trace.Second first = trace.at(0);
        Trace.Second last = trace.at(trace.length() - 1);
        return (last.get(Sensor.REJECTS_LABEL) - first.get(Sensor.REJECTS_LABEL))
                / (last.get(Sensor.BOTTLES_INSPECTED) - first.get(Sensor.BOTTLES_INSPECTED));
    }

    @Test
    void aSensorDriftsByItsPercentOfScaleAnHour() {
        Trace drifting = with("drifting-sensor@factory/environment/temperature:20");
        double hours = (TIME.toSeconds() + SETTLED) / 2.0 / 3600;

        assertThat(drifting.mean(Sensor.OUTDOOR_TEMPERATURE))
                .isEqualTo(sound.mean(Sensor.OUTDOOR_TEMPERATURE));
        assertThat(with("drifting-sensor:20").mean(Sensor.BEARING_TEMPERATURE))
                .isCloseTo(sound.mean(Sensor.BEARING_TEMPERATURE) + 0.2 * 80 * hours, within(0.02));
    }

    @Test
    void aStuckSensorJumpsByItsPercentOfScaleAndStays() {
        Trace stuck = with("stuck-sensor:10");

        assertThat(stuck.min(Sensor.BOWL_PRESSURE)).isEqualTo(stuck.max(Sensor.BOWL_PRESSURE));
        assertThat(stuck.min(Sensor.BOWL_PRESSURE)).isCloseTo(1.25 + 0.1 * 2, within(0.02));
    }

    @Test
    void aNoisySensorDeviatesByItsPercentOfScale() {
        Trace noisy = with("noisy-sensor@factory/line1/pressure:2");
        double mean = sound.mean(Sensor.BOWL_PRESSURE);
        double square = noisy.mean(it -> square(it.get(Sensor.BOWL_PRESSURE) - mean));

        assertThat(Math.sqrt(square)).isCloseTo(0.02 * 2, within(0.004));
    }

    private static double square(double value) {
        return value * value;
    }
}
