package org.plantdeck.app.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.app.line.LineModel.Factor;
import org.plantdeck.app.line.LineModel.StateNow;
import org.plantdeck.app.operate.Proposal;
import org.plantdeck.plcsim.plc.PackCommand;
import org.plantdeck.plcsim.plc.PackState;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

class LineModelTest {

    private static final Factor NO_OEE_YET = new Factor(Double.NaN, "– %", "");

    private final FakeLive plant = FakeLive.heard();

    private StateNow state(Reading reading) {
        return LineModel.state(plant.says(reading).now());
    }

    private static Reading inState(PackState state) {
        return Bodies.with(
                Bodies.with(Bodies.line(), "state", state.word()), "status", state.status());
    }

    @Test
    void aRunningLineIsAsCommandedAndSaysWhatMayBeDone() {
        assertThat(state(Bodies.line()))
                .isEqualTo(
                        new StateNow(
                                Optional.of(PackState.EXECUTE),
                                "as commanded",
                                "Execute for 101 min · mode Production",
                                "Interlocks: all made",
                                Set.of(
                                        PackCommand.STOP,
                                        PackCommand.HOLD,
                                        PackCommand.SUSPEND,
                                        PackCommand.COMPLETE,
                                        PackCommand.ABORT),
                                false));
    }

    @Test
    void onItsWayALineSaysWhereItIsCommandedTo() {
        StateNow now = state(inState(PackState.STARTING));
        assertThat(now.context()).isEqualTo("commanded Execute · actual Starting");
        assertThat(now.allowed()).containsExactlyInAnyOrder(PackCommand.STOP, PackCommand.ABORT);
    }

    @Test
    void aStandingLineMayChangeItsMode() {
        StateNow now = state(inState(PackState.STOPPED));
        assertThat(now.modeMayChange()).isTrue();
        assertThat(now.allowed()).containsExactlyInAnyOrder(PackCommand.RESET, PackCommand.ABORT);
    }

    @Test
    void outsideProductionNothingIsSuspended() {
        StateNow now = state(Bodies.with(Bodies.line(), "mode", "Maintenance"));
        assertThat(now.since()).endsWith("mode Maintenance");
        assertThat(now.allowed())
                .containsExactlyInAnyOrder(PackCommand.STOP, PackCommand.HOLD, PackCommand.ABORT);
    }

    @Test
    void anInterlockIsNamed() {
        assertThat(state(Bodies.with(Bodies.line(), "interlock", "drive_trip")).interlock())
                .isEqualTo("Interlock: drive trip");
    }

    @Test
    void beforeTheFirstReadingNothingMayBeDone() {
        assertThat(LineModel.state(plant.now()))
                .isEqualTo(
                        new StateNow(Optional.empty(), "no reading yet", "", "", Set.of(), false));
    }

    @Test
    void aStaleStateIsSaidToBeTheLastOneAndAllowsNothing() {
        plant.says(inState(PackState.STOPPED));
        plant.clock.advance(Duration.ofSeconds(60));
        assertThat(LineModel.state(plant.now()))
                .isEqualTo(
                        new StateNow(
                                Optional.of(PackState.STOPPED),
                                "last reading 60 s ago",
                                "",
                                "",
                                Set.of(),
                                false));
    }

    @Test
    void aStateOfAnotherPlcIsShownAsItsWordAndAllowsNothing() {
        StateNow now = state(Bodies.with(Bodies.line(), "state", "Rinsing"));
        assertThat(now.state()).isEmpty();
        assertThat(now.since()).startsWith("Rinsing for");
        assertThat(now.allowed()).isEmpty();
        assertThat(now.modeMayChange()).isFalse();
    }

    @Test
    void everyCommandOfAnOperatorSaysItsConsequence() {
        for (PackCommand command : PackCommand.values()) {
            if (command == PackCommand.COMPLETE) {
                continue;
            }
            Proposal proposal = LineModel.proposal(command);
            assertThat(proposal.command()).isEqualTo(command.word());
            assertThat(proposal.consequence()).endsWith(".");
            assertThat(proposal.act()).endsWith(" line");
        }
        assertThat(LineModel.proposal(PackCommand.START))
                .isEqualTo(
                        new Proposal(
                                FactorySource.LINE,
                                "start",
                                Value.absent(),
                                "The warning sounds, then the line runs up to its set point.",
                                "Start line"));
    }

    @Test
    void anotherSpeedIsProposedFromOldToNew() {
        assertThat(LineModel.speed(plant.says(Bodies.line()).now(), 90))
                .isEqualTo(
                        new Proposal(
                                FactorySource.LINE,
                                "speed_setpoint",
                                Value.of(90.0),
                                "Line speed from 105.0 to 90.0 bottles/min. The plan counts with"
                                        + " 105.",
                                "Change speed"));
    }

    @Test
    void anotherModeIsProposedFromOldToNew() {
        Proposal proposal = LineModel.mode(plant.says(Bodies.line()).now(), "Maintenance");
        assertThat(proposal.command()).isEqualTo("mode");
        assertThat(proposal.value()).isEqualTo(Value.of("maintenance"));
        assertThat(proposal.consequence()).startsWith("Mode from Production to Maintenance.");
    }

    @Test
    void oeeSaysWhatWasLostAndToWhat() {
        plant.says(Bodies.line());
        assertThat(LineModel.availability(plant.now()))
                .isEqualTo(new Factor(0.995, "99.5 %", "lost 1 min: starts and short stops"));
        assertThat(LineModel.performance(plant.now()))
                .isEqualTo(new Factor(0.877, "87.7 %", "105 of 120 bottles/min"));
        assertThat(LineModel.quality(plant.now()))
                .isEqualTo(new Factor(0.987, "98.7 %", "143 rejects"));
        assertThat(LineModel.oee(plant.now())).isEqualTo(new Factor(0.861, "86.1 %", ""));
    }

    @Test
    void theTwoLargestLossesAreNamedTheLargestFirst() {
        Reading reading = Bodies.with(Bodies.line(), "lost_minutes.changeover", 12.4);
        reading = Bodies.with(reading, "lost_minutes.starved", 3.2);
        reading = Bodies.with(reading, "lost_minutes.breakdown", 20.0);
        assertThat(LineModel.availability(plant.says(reading).now()).reason())
                .isEqualTo("lost 36 min: breakdown, changeover");
    }

    @Test
    void aShiftWithoutLossesHasLostNothing() {
        Reading reading = Bodies.with(Bodies.line(), "lost_minutes.other", 0.2);
        assertThat(LineModel.availability(plant.says(reading).now()).reason())
                .isEqualTo("nothing lost yet");
    }

    @Test
    void beforeTheFirstReadingNothingIsSaidOfOee() {
        assertThat(LineModel.availability(plant.now())).isEqualTo(NO_OEE_YET);
        assertThat(LineModel.performance(plant.now())).isEqualTo(NO_OEE_YET);
        assertThat(LineModel.quality(plant.now())).isEqualTo(NO_OEE_YET);
        assertThat(LineModel.oee(plant.now())).isEqualTo(NO_OEE_YET);
    }

    @ParameterizedTest
    @CsvSource({
        "0.45, zone A of D",
        "1.4, zone A of D",
        "1.41, zone B of D",
        "2.8, zone B of D",
        "4.5, zone C of D",
        "4.51, zone D of D",
    })
    void vibrationLiesInAZone(double vibration, String zone) {
        assertThat(
                        LineModel.zone(
                                plant.says(Bodies.with(Bodies.line(), "vibration", vibration))
                                        .now()))
                .isEqualTo(zone);
    }

    @Test
    void withoutAVibrationThereIsNoZone() {
        assertThat(LineModel.zone(plant.now())).isEmpty();
    }

    @Test
    void theUnitGivesWayToTheAge() {
        plant.says(Bodies.line());
        assertThat(LineModel.unitOrAge(LineModel.line(plant.now(), "pressure"))).isEqualTo("bar");
        plant.clock.advance(Duration.ofSeconds(12));
        assertThat(LineModel.unitOrAge(LineModel.line(plant.now(), "pressure")))
                .isEqualTo("12 s old");
    }
}
