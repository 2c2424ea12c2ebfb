package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.signal.CommandResult.Phase;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

class HallProgramTest {

    private final Bench bench = new Bench(FactorySource.ENVIRONMENT);

    @ParameterizedTest
    @CsvSource({
        "420, 0, 0, good",
        "970, 0, 50, good",
        "1220, 0, 75, moderate",
        "1770, 0, 100, moderate",
        "420, 35, 100, moderate",
        "420, 45, 125, poor",
        "420, 75, 200, bad",
        "970, 23.5, 75, moderate",
    })
    void theAirQualityIndexIsTheLargerOfTheTwo(
            double co2, double fineDust, double index, String word) {
        bench.field.set(Sensor.HALL_CO2, co2).set(Sensor.HALL_PM25, fineDust);
        bench.seconds(1);

        assertThat(bench.number("air_quality.index")).isCloseTo(index, within(0.05));
        assertThat(bench.text("air_quality.status")).isEqualTo(word);
    }

    @Test
    void comfortAgreesWithTheTestVectorAndWithPpd() {
        bench.field.set(Sensor.HALL_TEMPERATURE, 27).set(Sensor.RADIANT_TEMPERATURE, 27);
        bench.field.set(Sensor.HALL_HUMIDITY, 60).set(Sensor.AIR_VELOCITY, 0.1);
        bench.seconds(1);

        assertThat(bench.number("pmv")).isCloseTo(1.17, within(0.1));
        assertThat(bench.number("ppd")).isCloseTo(34, within(1.5));
        assertThat(bench.number("comfort_index"))
                .isCloseTo(100 - bench.number("ppd"), within(0.11));
    }

    @Test
    void aWarmHallIsCooledAndAColdOneHeated() {
        bench.field.set(Sensor.HALL_TEMPERATURE, 25);
        bench.seconds(60);
        assertThat(bench.field.output(Actuator.COIL_REFERENCE)).isPositive();

        bench.field.set(Sensor.HALL_TEMPERATURE, 18);
        bench.seconds(60);
        assertThat(bench.field.output(Actuator.COIL_REFERENCE)).isNegative();
    }

    @Test
    void staleAirOpensTheDamperAndSpeedsTheFan() {
        bench.seconds(1);
        double damper = bench.field.output(Actuator.DAMPER_REFERENCE);
        double fan = bench.field.output(Actuator.FAN_SPEED_REFERENCE);

        bench.field.set(Sensor.HALL_CO2, 900);
        bench.seconds(1);

        assertThat(bench.field.output(Actuator.DAMPER_REFERENCE)).isGreaterThan(damper);
        assertThat(bench.field.output(Actuator.FAN_SPEED_REFERENCE)).isGreaterThan(fan);
    }

    @Test
    void atNightTheTemperatureFloatsAndTheFanRestsAndTheLightsGoDown() {
        bench.field.clock(23, 0);
        bench.field.set(Sensor.HALL_TEMPERATURE, 20).set(Sensor.PEOPLE, 0);
        bench.seconds(700);

        assertThat(bench.field.output(Actuator.COIL_REFERENCE)).isZero();
        assertThat(bench.field.output(Actuator.FAN_SPEED_REFERENCE)).isLessThan(50);
        assertThat(bench.field.output(Actuator.LIGHTING)).isEqualTo(20);
    }

    @Test
    void theDamperIsMovedByHandInManualOnly() {
        bench.seconds(1);
        assertThat(bench.command("damper", Value.of(70)).reason())
                .isEqualTo("damper is allowed in manual only; allowed: ahu_mode manual");

        bench.command("ahu_mode", Value.of("manual"));
        bench.command("damper", Value.of(70));
        bench.seconds(1);

        assertThat(bench.field.output(Actuator.DAMPER_REFERENCE)).isEqualTo(70);
        assertThat(bench.results.getLast().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void aFailedUnitSaysSoAndKeepsItsCoilShut() {
        bench.field.set(Sensor.AHU_FAILED, 1).set(Sensor.FAN_SPEED, 0);
        bench.field.set(Sensor.HALL_TEMPERATURE, 28);
        bench.seconds(5);

        assertThat(bench.text("ahu.state")).isEqualTo("failed");
        assertThat(bench.field.output(Actuator.COIL_REFERENCE)).isZero();
    }

    @Test
    void lightingIsSetByHandAndGivenBack() {
        bench.seconds(1).command("lighting", Value.of(40));
        bench.seconds(1);
        assertThat(bench.number("lighting")).isEqualTo(40);

        bench.command("lighting", Value.of("automatic"));
        bench.seconds(1);

        assertThat(bench.number("lighting")).isEqualTo(100);
    }
}
