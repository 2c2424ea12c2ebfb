package org.plantdeck.plcsim.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plantdeck.signal.Tag;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** A week without faults. */
class PlantWeekTest {

    private static final int DAYS = 7;
    private static final int SECONDS = DAYS * 86_400;
    private static final Percentage ONE_PERCENT = Percentage.withPercentage(1);

    /** What is kept of a figure: mean, least, most. */
    private static final class Spread {
        private double sum;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private int count;

        void add(double value) {
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
            count++;
        }

        double mean() {
            return sum / count;
        }
    }

    private static final Map<Sensor, Spread> ALL = spreads();
    private static final Map<Sensor, Spread> PRODUCTION = spreads();
    private static final Map<Sensor, Spread> NIGHT = spreads();
    private static final Spread AIR_WHILE_NOBODY_WORKS = new Spread();
    private static final Spread EFFICIENCY = new Spread();
    private static final Spread POWER_FACTOR = new Spread();
    private static double integralKwh;
    private static double worstPowerError;
    private static double worstSumError;
    private static int steps;
    private static Plant plant;

    private static Map<Sensor, Spread> spreads() {
        Map<Sensor, Spread> spreads = new EnumMap<>(Sensor.class);
        for (Sensor sensor : Sensor.values()) {
            spreads.put(sensor, new Spread());
        }
        return spreads;
    }

    @BeforeAll
    static void runTheWeek() {
        Bench bench = new Bench();
        plant = bench.plant();
        BenchController controller = new BenchController(plant);
        ShiftCalendar calendar = new ShiftCalendar(Bench.START);
        int running = 0;
        for (int second = 0; second < SECONDS; second++) {
            for (int tick = 0; tick < 10; tick++) {
                controller.scan();
                plant.step();
                integralKwh += plant.read(Sensor.ACTIVE_POWER) * 0.1 / 3600;
            }
            steps += 10;
            check(calendar.phaseAt(plant.time().now()), running > 600);
            running = plant.read(Sensor.LINE_SPEED) > 100 ? running + 1 : 0;
        }
    }

    private static void check(ShiftPhase phase, boolean warm) {
        for (Sensor sensor : Sensor.values()) {
            double value = plant.read(sensor);
            ALL.get(sensor).add(value);
            if (phase == ShiftPhase.PRODUCTION && warm) {
                PRODUCTION.get(sensor).add(value);
            } else if (phase == ShiftPhase.CLEANING) {
                NIGHT.get(sensor).add(value);
            }
        }
        if (phase == ShiftPhase.IDLE) {
            AIR_WHILE_NOBODY_WORKS.add(plant.read(Sensor.AIR_FLOW));
        }
        double voltage = mean(Sensor.VOLTAGE_L1, Sensor.VOLTAGE_L2, Sensor.VOLTAGE_L3);
        double current = mean(Sensor.CURRENT_L1, Sensor.CURRENT_L2, Sensor.CURRENT_L3);
        double active = plant.read(Sensor.ACTIVE_POWER);
        double reactive = plant.read(Sensor.REACTIVE_POWER);
        double factor = active / Math.sqrt(active * active + reactive * reactive);
        double computed = Math.sqrt(3) * voltage * current * factor / 1000;
        worstPowerError = Math.max(worstPowerError, Math.abs(computed / active - 1));
        double loads =
                Arrays.stream(Sensor.values())
                        .filter(it -> it.name().startsWith("LOAD_"))
                        .mapToDouble(plant::read)
                        .sum();
        worstSumError = Math.max(worstSumError, Math.abs(loads - active));
        EFFICIENCY.add(100 * plant.read(Sensor.EXPECTED_POWER) / active);
        if (phase == ShiftPhase.PRODUCTION && warm) {
            POWER_FACTOR.add(factor);
        }
    }

    private static double mean(Sensor one, Sensor two, Sensor three) {
        return (plant.read(one) + plant.read(two) + plant.read(three)) / 3;
    }

    private static double production(Sensor sensor) {
        return PRODUCTION.get(sensor).mean();
    }

    @Test
    void powerIsRootThreeTimesVoltageTimesCurrentTimesPowerFactor() {
        assertThat(worstPowerError).isLessThan(1e-9);
    }

    @Test
    void powerIsTheSumOfWhatRuns() {
        assertThat(worstSumError).isLessThan(1e-9);
    }

    @Test
    void theEnergyMeterIsTheIntegralOfPower() {
        double metered = plant.read(Sensor.ENERGY_TOTAL) - 12_847.3;
        assertThat(metered).isCloseTo(integralKwh, within(1e-4));
        assertThat(metered).isBetween(DAYS * 1_700.0, DAYS * 2_400.0);
        assertThat(steps).isEqualTo(DAYS * 864_000);
    }

    @Test
    void everyReadingStaysOnTheScaleItIsShownOn() {
        for (Sensor sensor : Sensor.values()) {
            PublishedSensors.tag(sensor).ifPresent(tag -> assertOnScale(sensor, tag));
        }
    }

    private static void assertOnScale(Sensor sensor, Tag tag) {
        Spread spread = ALL.get(sensor);
        assertThat(spread.least).as(sensor + " least").isGreaterThanOrEqualTo(tag.low());
        assertThat(spread.most).as(sensor + " most").isLessThanOrEqualTo(tag.high());
    }

    @Test
    void productionIsAtItsNominalFigures() {
        assertThat(production(Sensor.ACTIVE_POWER)).isBetween(105.0, 118.0);
        assertThat(POWER_FACTOR.mean()).isBetween(0.86, 0.88);
        assertThat(production(Sensor.CURRENT_L2)).isBetween(170.0, 200.0);
        assertThat(production(Sensor.LINE_SPEED)).isCloseTo(105, within(0.2));
        assertThat(production(Sensor.DRIVE_CURRENT)).isCloseTo(21, within(0.5));
        assertThat(production(Sensor.BEARING_TEMPERATURE)).isBetween(26.0, 28.5);
        assertThat(production(Sensor.VIBRATION)).isCloseTo(0.45, within(0.04));
        assertThat(production(Sensor.BOWL_PRESSURE)).isCloseTo(1.25, within(0.01));
        assertThat(production(Sensor.TANK_LEVEL)).isCloseTo(65, within(1.0));
        assertThat(production(Sensor.TANK_OUTFLOW)).isCloseTo(3.2, within(0.02));
        assertThat(production(Sensor.HALL_TEMPERATURE)).isCloseTo(23, within(0.5));
        assertThat(production(Sensor.HALL_HUMIDITY)).isBetween(35.0, 60.0);
        assertThat(production(Sensor.HALL_NOISE)).isCloseTo(67, within(1.0));
        assertThat(production(Sensor.PEOPLE)).isCloseTo(14, within(0.5));
        assertThat(ALL.get(Sensor.HALL_CO2).least).isGreaterThan(420);
        assertThat(ALL.get(Sensor.HALL_CO2).most).isLessThan(1000);
    }

    @Test
    void aNightTakesWhatLightsAirAndCleaningNeed() {
        assertThat(NIGHT.get(Sensor.ACTIVE_POWER).mean()).isBetween(31.0, 38.0);
        assertThat(NIGHT.get(Sensor.LINE_SPEED).mean()).isLessThan(0.1);
        assertThat(NIGHT.get(Sensor.HALL_TEMPERATURE).least).isGreaterThan(15);
    }

    @Test
    void airIsTakenForCleaningWhileThereIsCleaningAndNoLonger() {
        double leaksOfAStandingLine = 0.15 * 300 * (1 - 0.75);
        assertThat(NIGHT.get(Sensor.AIR_FLOW).mean())
                .isCloseTo(leaksOfAStandingLine + 60, within(1.0));
        assertThat(AIR_WHILE_NOBODY_WORKS.mean()).isCloseTo(leaksOfAStandingLine + 12, within(0.5));
    }

    @Test
    void aSoundPlantIsNearTheEfficiencyOfAPerfectOne() {
        assertThat(EFFICIENCY.mean()).isBetween(88.0, 93.0);
        assertThat(EFFICIENCY.least).isGreaterThan(73);
        assertThat(EFFICIENCY.most).isLessThan(100);
    }

    @Test
    void qualityIsThatOfALineThatRunsWell() {
        double inspected = plant.read(Sensor.BOTTLES_INSPECTED);
        double rejected =
                plant.read(Sensor.REJECTS_UNDERFILLED)
                        + plant.read(Sensor.REJECTS_CAP)
                        + plant.read(Sensor.REJECTS_LABEL);
        assertThat(inspected).isEqualTo(plant.read(Sensor.BOTTLES_FILLED));
        assertThat(inspected).isBetween(DAYS * 75_000.0, DAYS * 88_000.0);
        assertThat(100 * (1 - rejected / inspected)).isCloseTo(98.7, within(0.3));
        assertThat(plant.read(Sensor.CASES_PACKED))
                .isEqualTo(Math.floor((inspected - rejected) / 12));
    }

    @Test
    void theGridKeepsTheLimitsThatEn50160IsQuotedWith() {
        for (Sensor sensor : new Sensor[] {Sensor.VOLTAGE_L1, Sensor.VOLTAGE_L2}) {
            assertThat(ALL.get(sensor).least).isGreaterThan(360);
            assertThat(ALL.get(sensor).most).isLessThan(440);
        }
        assertThat(ALL.get(Sensor.FREQUENCY).least).isGreaterThan(49.8);
        assertThat(ALL.get(Sensor.FREQUENCY).most).isLessThan(50.2);
        assertThat(ALL.get(Sensor.FREQUENCY).mean()).isCloseTo(50, ONE_PERCENT);
    }

    @Test
    void theBearingStaysSound() {
        assertThat(ALL.get(Sensor.VIBRATION).most).isLessThan(0.8);
        assertThat(ALL.get(Sensor.DRIVE_TRIPPED).most).isZero();
        assertThat(Duration.ofSeconds(SECONDS)).isEqualTo(Duration.ofDays(DAYS));
    }
}
