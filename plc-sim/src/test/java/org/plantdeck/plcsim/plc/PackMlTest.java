package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

class PackMlTest {

    @ParameterizedTest
    @CsvSource({
        "STOPPED, RESET ABORT",
        "RESETTING, STOP ABORT",
        "IDLE, START STOP ABORT",
        "STARTING, STOP ABORT",
        "EXECUTE, STOP HOLD SUSPEND COMPLETE ABORT",
        "HOLDING, STOP ABORT",
        "HELD, STOP UNHOLD COMPLETE ABORT",
        "UNHOLDING, STOP ABORT",
        "SUSPENDING, STOP ABORT",
        "SUSPENDED, STOP HOLD UNSUSPEND COMPLETE ABORT",
        "UNSUSPENDING, STOP ABORT",
        "COMPLETING, STOP ABORT",
        "COMPLETE, RESET STOP ABORT",
        "STOPPING, ABORT",
        "ABORTING, ''",
        "ABORTED, CLEAR",
        "CLEARING, ABORT",
    })
    void aStateAllowsWhatTheStandardAllowsIt(PackState state, String commands) {
        Set<PackCommand> expected =
                Arrays.stream(commands.split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(PackCommand::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(PackCommand.class)));

        assertThat(PackMl.allowed(state)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(PackCommand.class)
    void aCommandLeadsToOneActingStateWhereverItIsGiven(PackCommand command) {
        Set<PackState> reached =
                Arrays.stream(PackState.values())
                        .flatMap(state -> PackMl.next(state, command).stream())
                        .collect(Collectors.toSet());

        assertThat(reached).singleElement().matches(PackState::isActing);
    }

    @Test
    void noModeButProductionSuspendsOrCompletes() {
        assertThat(PackMl.allowed(PackMode.MAINTENANCE, PackState.EXECUTE))
                .containsExactlyInAnyOrder(PackCommand.STOP, PackCommand.HOLD, PackCommand.ABORT);
        assertThat(PackMl.allowed(PackMode.MANUAL, PackState.EXECUTE))
                .containsExactlyInAnyOrder(PackCommand.STOP, PackCommand.ABORT);
    }

    @Test
    void everyStateHasAWordOfTheContract() {
        assertThat(PackState.values())
                .extracting(PackState::status)
                .isSubsetOf(
                        "running",
                        "starting",
                        "idle",
                        "held",
                        "suspended",
                        "completing",
                        "stopping",
                        "stopped",
                        "aborted");
        assertThat(PackState.EXECUTE.status()).isEqualTo("running");
    }
}
