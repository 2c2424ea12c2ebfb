package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.signal.CommandResult.Phase;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

class EnergyProgramTest {

    private final Bench bench = new Bench(FactorySource.ENERGY);

    private void load(double powerKw, double reactiveKvar) {
        double current =
                1000
                        * Math.hypot(powerKw, reactiveKvar)
                        / (Math.sqrt(3) * GridWatch.NOMINAL_VOLTAGE);
        bench.field.set(Sensor.ACTIVE_POWER, powerKw).set(Sensor.REACTIVE_POWER, reactiveKvar);
        bench.field.set(Sensor.CURRENT_L1, current);
        bench.field.set(Sensor.CURRENT_L2, current);
        bench.field.set(Sensor.CURRENT_L3, current);
    }

    @Test
    void theMeterAgreesWithTheTestVector() {
        load(75, 44.50);
        bench.seconds(1);

        assertThat(bench.number("apparent_power")).isCloseTo(87.21, within(0.05));
        assertThat(bench.number("currents.L1")).isCloseTo(125.9, within(0.05));
        assertThat(bench.number("power_factor")).isCloseTo(0.86, within(0.0005));
        assertThat(bench.number("capacitor.needed")).isCloseTo(19.85, within(0.05));
    }

    @Test
    void theUnbalanceAgreesWithTheTestVector() {
        assertThat(Metering.unbalance(460, 467, 450)).isCloseTo(1.96, within(0.005));
    }

    @Test
    void aLowPowerFactorBringsInOneStageAtATimeAfterTheDelay() {
        load(100, 72);
        bench.seconds(14);
        assertThat(bench.field.output(Actuator.CAPACITOR_STAGES)).isEqualTo(2);
        bench.seconds(2);
        assertThat(bench.field.output(Actuator.CAPACITOR_STAGES)).isEqualTo(3);
        bench.seconds(5);
        assertThat(bench.field.output(Actuator.CAPACITOR_STAGES)).isEqualTo(3);
    }

    @Test
    void aStageStaysInWhileThePowerFactorWouldBeLowWithoutIt() {
        load(111, 62.9);
        bench.seconds(300);

        assertThat(bench.field.output(Actuator.CAPACITOR_STAGES)).isEqualTo(2);
    }

    @Test
    void aPlantThatGivesReactivePowerBackLosesItsStagesOneByOne() {
        load(34, -8);
        bench.seconds(61);
        assertThat(bench.field.output(Actuator.CAPACITOR_STAGES)).isEqualTo(1);
        bench.seconds(61);
        assertThat(bench.field.output(Actuator.CAPACITOR_STAGES)).isZero();
    }

    @Test
    void stagesAreSetByHandInManualOnly() {
        bench.seconds(1);
        assertThat(bench.command("capacitor_stages", Value.of(4)).phase()).isEqualTo(Phase.REFUSED);

        bench.command("capacitor_mode", Value.of("manual"));
        bench.command("capacitor_stages", Value.of(4));
        load(34, -30);
        bench.seconds(300);

        assertThat(bench.field.output(Actuator.CAPACITOR_STAGES)).isEqualTo(4);
        assertThat(bench.text("capacitor.mode")).isEqualTo("manual");
        assertThat(bench.command("capacitor_stages", Value.of(2.5)).phase())
                .isEqualTo(Phase.REFUSED);
        assertThat(bench.command("capacitor_stages", Value.of(5)).phase()).isEqualTo(Phase.REFUSED);
    }

    @Test
    void theCompressorLoadsAndUnloadsBetweenItsPressures() {
        bench.field.set(Sensor.RECEIVER_PRESSURE, 6.79);
        bench.seconds(1);
        assertThat(bench.text("compressor.state")).isEqualTo("loaded");
        bench.field.set(Sensor.RECEIVER_PRESSURE, 7.3);
        bench.seconds(1);
        assertThat(bench.text("compressor.state")).isEqualTo("loaded");
        bench.field.set(Sensor.RECEIVER_PRESSURE, 7.41);
        bench.seconds(1);
        assertThat(bench.text("compressor.state")).isEqualTo("unloaded");
        bench.seconds(301);
        assertThat(bench.text("compressor.state")).isEqualTo("stopped");
    }

    @Test
    void aCompressorSwitchedOffStandsAtAnyPressure() {
        bench.seconds(1).command("compressor_mode", Value.of("off"));
        bench.field.set(Sensor.RECEIVER_PRESSURE, 3);
        bench.seconds(2);

        assertThat(bench.field.output(Actuator.COMPRESSOR_RUN)).isZero();
        assertThat(bench.text("compressor.mode")).isEqualTo("off");
    }

    @Test
    void theDemandIsTheMeanOfFifteenMinutes() {
        load(60, 0);
        bench.seconds(900);
        load(120, 0);
        bench.seconds(300);

        assertThat(bench.number("demand")).isCloseTo(80, within(1.0));
        assertThat(bench.number("demand_forecast")).isBetween(60.0, 120.0);
    }

    @Test
    void aShortDipIsSeenInTheNextReading() {
        bench.seconds(1);
        assertThat(bench.text("grid_status")).isEqualTo("normal");
        bench.seconds(0.3).field.set(Sensor.VOLTAGE_L1, 350);
        bench.seconds(0.2).field.set(Sensor.VOLTAGE_L1, 400);
        bench.seconds(0.5);
        assertThat(bench.text("grid_status")).isEqualTo("disturbed");
        bench.seconds(6);
        assertThat(bench.text("grid_status")).isEqualTo("normal");
    }

    @Test
    void noVoltageIsAnOutage() {
        bench.field.set(Sensor.VOLTAGE_L1, 0).set(Sensor.VOLTAGE_L2, 0).set(Sensor.VOLTAGE_L3, 0);
        load(0, 0);
        bench.seconds(2);

        assertThat(bench.text("grid_status")).isEqualTo("outage");
        assertThat(bench.field.output(Actuator.COMPRESSOR_RUN)).isZero();
        assertThat(bench.number("power_factor")).isEqualTo(1);
    }
}
