package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.CommandResult.Phase;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

class LineProgramTest {

    private final Bench bench = new Bench(FactorySource.LINE);

    private CommandResult last() {
        return bench.results.getLast();
    }

    @Test
    void aFreshRunProducesAtItsSetPoint() {
        bench.seconds(1);

        assertThat(bench.text("status")).isEqualTo("running");
        assertThat(bench.text("state")).isEqualTo("Execute");
        assertThat(bench.field.output(Actuator.DRIVE_SPEED)).isEqualTo(105);
        assertThat(bench.text("interlock")).isEqualTo("none");
    }

    @Test
    void stoppingResettingAndStartingBringsTheLineBackToSpeed() {
        bench.seconds(1);

        assertThat(bench.command("stop").phase()).isEqualTo(Phase.ACCEPTED);
        bench.seconds(2);
        assertThat(bench.text("status")).isEqualTo("stopping");
        bench.seconds(12);
        assertThat(bench.text("status")).isEqualTo("stopped");
        assertThat(last().phase()).isEqualTo(Phase.DONE);
        assertThat(bench.text("interlock")).isEqualTo("operator");
        bench.command("reset");
        bench.seconds(5);
        assertThat(bench.text("state")).isEqualTo("Idle");
        bench.command("start");
        bench.seconds(10);
        assertThat(bench.text("status")).isEqualTo("starting");
        bench.seconds(20);

        assertThat(bench.text("status")).isEqualTo("running");
        assertThat(last().phase()).isEqualTo(Phase.DONE);
        assertThat(bench.field.output(Actuator.DRIVE_SPEED)).isEqualTo(105);
        assertThat(bench.number("lost_minutes.operator")).isGreaterThan(0.5);
    }

    @Test
    void aStartThatIsStoppedHasFailedAndSaysWhere() {
        bench.seconds(1).command("stop");
        bench.seconds(15).command("reset");
        bench.seconds(5).command("starting-off", "start", Value.absent());
        bench.seconds(8).command("stop");
        bench.seconds(0.1);

        assertThat(bench.results)
                .anySatisfy(result -> {
                    assertThat(result.requestId()).isEqualTo("starting-off");
                    assertThat(result.phase()).isEqualTo(Phase.FAILED);
                    assertThat(result.reason()).isEqualTo("The line went to Stopping");
                });
    }

    @Test
    void aCommandThatIsNotAllowedIsRefusedWithWhatIs() {
        bench.seconds(1);

        CommandResult result = bench.command("start");

        assertThat(result.phase()).isEqualTo(Phase.REFUSED);
        assertThat(result.reason())
                .isEqualTo("start is not allowed in Execute; allowed: stop, hold, suspend, abort");
    }

    @Test
    void aTrippedDriveAbortsTheLineAndClearingResetsTheDrive() {
        bench.seconds(1).field.set(Sensor.DRIVE_TRIPPED, 1);
        bench.seconds(2);
        assertThat(bench.text("status")).isEqualTo("aborted");
        assertThat(bench.field.output(Actuator.DRIVE_SPEED)).isZero();
        assertThat(bench.latest("alarm")).isEqualTo(Value.of(true));
        assertThat(bench.text("interlock")).isEqualTo("drive tripped");

        bench.command("clear");
        bench.seconds(1);
        assertThat(bench.field.output(Actuator.DRIVE_RESET)).isEqualTo(1);
        bench.field.set(Sensor.DRIVE_TRIPPED, 0);
        bench.seconds(3);

        assertThat(bench.text("state")).isEqualTo("Stopped");
        assertThat(last().phase()).isEqualTo(Phase.DONE);
        assertThat(bench.number("lost_minutes.breakdown")).isPositive();
    }

    @Test
    void clearingADriveThatStaysTrippedFails() {
        bench.seconds(1).field.set(Sensor.DRIVE_TRIPPED, 1);
        bench.seconds(2).command("clear");
        bench.seconds(15);

        assertThat(bench.text("state")).isEqualTo("Aborted");
        assertThat(last().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void theLineSuspendsForABreakAndResumesByItself() {
        bench.field.clock(8, 0);
        bench.seconds(15);
        assertThat(bench.text("status")).isEqualTo("suspended");
        assertThat(bench.text("interlock")).isEqualTo("break");
        assertThat(bench.command("unsuspend").reason())
                .isEqualTo("unsuspend is not possible now: break");

        bench.field.clock(8, 15);
        bench.seconds(30);

        assertThat(bench.text("status")).isEqualTo("running");
    }

    @Test
    void aLineAnOperatorHasSuspendedStaysSuspended() {
        bench.seconds(1).command("suspend");
        bench.seconds(60);
        assertThat(bench.text("status")).isEqualTo("suspended");

        bench.command("unsuspend");
        bench.seconds(30);

        assertThat(bench.text("status")).isEqualTo("running");
    }

    @Test
    void missingCapsSuspendTheLineAndCountAsLossOfTheCapFeeder() {
        bench.seconds(1).field.set(Sensor.CAP_FEEDER_JAMMED, 1);
        bench.seconds(60);
        assertThat(bench.text("interlock")).isEqualTo("caps jammed");

        bench.field.set(Sensor.CAP_FEEDER_JAMMED, 0);
        bench.seconds(60);

        assertThat(bench.text("status")).isEqualTo("running");
        assertThat(bench.number("lost_minutes.cap_feeder")).isBetween(1.0, 1.7);
    }

    @Test
    void aNearlyEmptyTankStarvesTheLineUntilThereIsEnoughAgain() {
        bench.seconds(1).field.set(Sensor.TANK_LEVEL, 7);
        bench.seconds(20).field.set(Sensor.TANK_LEVEL, 15);
        bench.seconds(20);
        assertThat(bench.text("interlock")).isEqualTo("product missing");

        bench.field.set(Sensor.TANK_LEVEL, 21);
        bench.seconds(40);

        assertThat(bench.text("status")).isEqualTo("running");
    }

    @Test
    void theLineCompletesForTheNightAndStartsByItselfInTheMorning() {
        bench.field.clock(22, 0);
        bench.seconds(30);
        assertThat(bench.text("state")).isEqualTo("Complete");
        assertThat(bench.text("shift.phase")).isEqualTo("cleaning");
        assertThat(bench.latest("oee.oee")).isEqualTo(Value.absent());

        bench.field.clock(30, 0);
        bench.seconds(60);

        assertThat(bench.text("status")).isEqualTo("running");
        assertThat(bench.text("shift.name")).isEqualTo("A");
    }

    @Test
    void theSpeedRampsToANewSetPoint() {
        bench.seconds(1);
        assertThat(bench.command("speed_setpoint", Value.of(120)).phase())
                .isEqualTo(Phase.ACCEPTED);

        bench.seconds(5);
        assertThat(bench.field.output(Actuator.DRIVE_SPEED)).isCloseTo(115, within(1e-6));
        bench.seconds(3);

        assertThat(bench.field.output(Actuator.DRIVE_SPEED)).isEqualTo(120);
        assertThat(last().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void aSpeedOutOfRangeIsRefusedWithTheRange() {
        bench.seconds(1);

        assertThat(bench.command("speed_setpoint", Value.of(150)).reason())
                .isEqualTo("speed_setpoint is 150, must be 30 to 120 bottles/min");
        assertThat(bench.command("speed_setpoint", Value.of("fast")).reason())
                .isEqualTo("speed_setpoint needs a number, 30 to 120 bottles/min");
    }

    @Test
    void theModeChangesOnlyWhereTheLineStands() {
        bench.seconds(1);
        assertThat(bench.command("mode", Value.of("Maintenance")).phase()).isEqualTo(Phase.REFUSED);

        bench.command("stop");
        bench.seconds(15).command("mode", Value.of("Maintenance"));
        bench.seconds(1).command("reset");
        bench.seconds(5).command("start");
        bench.seconds(30);

        assertThat(bench.text("mode")).isEqualTo("Maintenance");
        assertThat(bench.text("state")).isEqualTo("Execute");
        assertThat(bench.field.output(Actuator.DRIVE_SPEED)).isEqualTo(60);
    }

    @Test
    void countsOfAShiftBeginAnewWithTheNext() {
        bench.seconds(1).field.set(Sensor.BOTTLES_FILLED, 500).set(Sensor.BOTTLES_INSPECTED, 490);
        bench.field.set(Sensor.REJECTS_CAP, 4).set(Sensor.REJECTS_LABEL, 6);
        bench.seconds(1);
        assertThat(bench.number("production_count")).isEqualTo(500);
        assertThat(bench.number("good_count")).isEqualTo(480);
        assertThat(bench.number("quality_rate")).isEqualTo(98.0);

        bench.field.clock(14, 0);
        bench.seconds(1);

        assertThat(bench.number("production_count")).isZero();
        assertThat(bench.number("good_count")).isZero();
        assertThat(bench.text("shift.name")).isEqualTo("B");
    }

    @Test
    void anUnknownCommandIsRefusedWithThoseThatAreKnown() {
        assertThat(bench.seconds(1).command("explode").reason())
                .isEqualTo(
                        "Unknown command explode; known are reset, start, stop, hold, unhold,"
                                + " suspend, unsuspend, abort, clear, speed_setpoint, mode");
    }
}
