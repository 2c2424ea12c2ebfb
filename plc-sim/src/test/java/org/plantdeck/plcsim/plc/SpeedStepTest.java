package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.util.HashMap;
import java.util.Map;

/**
 * An operator asks for 120 bottles a minute instead of 105, beside the same plant that goes on:
 * what is published moves as the equations of docs/plant.md say.
 */
class SpeedStepTest {

    private static final double RATIO = 120 / 105.0;
    private static final double TORQUE = 0.45 + 0.55 * RATIO * RATIO;

    /** Share of a new temperature that is reached in the mean of the last quarter of the hour. */
    private static final double WARMED =
            1 - 20.0 / 15 * (Math.exp(-45 / 20.0) - Math.exp(-60 / 20.0));

    private static Map<String, Double> before;
    private static Map<String, Double> after;

    /** Sums what is published in the last quarter of an hour that begins at 06:30. */
    private static final class Hour {
        private final Map<String, Double> sums = new HashMap<>();
        private int readings;
        private boolean counts;

        void take(Reading reading) {
            if (!counts) {
                return;
            }
            readings++;
            String topic = reading.source().topic().replace("factory/", "") + "/";
            reading.values()
                    .forEach(
                            (key, value) -> sums.merge(topic + key, value.asDouble(), Double::sum));
            if (reading.source() == FactorySource.LINE) {
                assertThat(reading.values().text("status")).isEqualTo("running");
            }
        }

        Map<String, Double> means() {
            sums.replaceAll((_, sum) -> sum / (readings / 3.0));
            return Map.copyOf(sums);
        }
    }

    @BeforeAll
    static void runBoth() {
        before = hour(105);
        after = hour(120);
    }

    private static Map<String, Double> hour(double speed) {
        Hour hour = new Hour();
        WorkingHall hall = new WorkingHall(42, hour::take);
        hall.seconds(20 * 60);
        hall.command(FactorySource.LINE, "speed_setpoint", Value.of(speed));
        hall.seconds(45 * 60);
        hour.counts = true;
        hall.seconds(15 * 60);
        return hour.means();
    }

    private static double rise(String tag) {
        return mean(after, tag) - mean(before, tag);
    }

    private static double mean(Map<String, Double> of, String tag) {
        return of.getOrDefault(tag, Double.NaN);
    }

    @Test
    void speedRisesLessTheSlipOfTheLoadedMotor() {
        assertThat(mean(before, "line1/line_speed")).isCloseTo(105, within(0.2));
        assertThat(mean(after, "line1/line_speed"))
                .isCloseTo(120 * (1 - 0.03 * (TORQUE - 1)), within(0.2));
    }

    @Test
    void currentIsThatOfMagnetisingAndTorqueAtRightAngles() {
        double ratio = Math.hypot(11, 17.9 * TORQUE) / Math.hypot(11, 17.9);

        assertThat(mean(after, "line1/motor_current") / mean(before, "line1/motor_current"))
                .isCloseTo(ratio, within(0.006));
    }

    @Test
    void powerOfTheDrivesIsTorqueTimesSpeed() {
        double shaft = 9.45 / 0.88 * (TORQUE * RATIO - 1);

        assertThat(rise("energy/loads.line_drives"))
                .isCloseTo(shaft + 11 * (RATIO - 1), within(0.15));
        assertThat(rise("energy/power_consumption"))
                .isGreaterThan(rise("energy/loads.line_drives") + 1);
    }

    @Test
    void theBearingWarmsByTheHeatOfItsFriction() {
        double overHall = rise("line1/temperature") - rise("environment/temperature");

        assertThat(overHall).isCloseTo(0.15 / 0.0375 * (TORQUE * RATIO - 1) * WARMED, within(0.1));
    }

    @Test
    void vibrationGrowsWithSpeedAndLoad() {
        double shaken = RATIO * (0.4 + 0.6 * TORQUE);
        double expected = 0.02 + (mean(before, "line1/vibration") - 0.02) * shaken;

        assertThat(mean(after, "line1/vibration")).isCloseTo(expected, within(0.01));
    }

    @Test
    void airIsAPartThatIsAlwaysTakenAndOneThatGoesWithSpeed() {
        double ratio = (30 + 65 * mean(after, "line1/line_speed") / 105) / 95;

        assertThat(mean(after, "line1/air_flow") / mean(before, "line1/air_flow"))
                .isCloseTo(ratio, within(0.005));
        assertThat(rise("energy/compressor.air_flow"))
                .isCloseTo(rise("line1/air_flow"), within(1.0));
    }

    @Test
    void productFlowsInTheBottles() {
        assertThat(mean(after, "line1/tank.outflow"))
                .isCloseTo(mean(after, "line1/line_speed") * 0.5e-3 * 60 * 1.015, within(0.01));
    }

    @Test
    void theHallGetsItsShareOfTheHeat() {
        double expected =
                0.75 * rise("energy/loads.line_drives") + 0.85 * rise("energy/loads.shrink_tunnel");

        assertThat(rise("environment/machine_heat")).isCloseTo(expected, within(0.15));
    }
}
