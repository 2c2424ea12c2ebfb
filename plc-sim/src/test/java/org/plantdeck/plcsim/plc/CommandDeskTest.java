package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.StateArchive;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.CommandResult.Phase;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class CommandDeskTest {

    private static final Instant NOW = BenchField.START;

    /** A PLC that takes every command and never gets it done. */
    private static final class Endless implements PlcProgram {
        int executed;

        @Override
        public FactorySource source() {
            return FactorySource.LINE;
        }

        @Override
        public void scan(FieldBus field) {}

        @Override
        public void describe(Body body) {}

        @Override
        public Optional<String> refusal(Command command) {
            return Optional.empty();
        }

        @Override
        public void execute(Command command) {
            executed++;
        }

        @Override
        public Outcome outcome(String command) {
            return new Outcome.UnderWay();
        }

        @Override
        public void archive(StateArchive archive) {}
    }

    private final List<CommandResult> results = new ArrayList<>();
    private final Endless program = new Endless();
    private final CommandDesk desk =
            new CommandDesk(
                    program,
                    new PlcOutput() {
                        @Override
                        public void publish(Reading reading) {}

                        @Override
                        public void answer(CommandResult result) {
                            results.add(result);
                        }
                    });

    private void give(String id) {
        Command command = new Command(id, "stop", Value.absent(), NOW, "operator");
        if (desk.admits(command, NOW)) {
            desk.execute(command, NOW);
        }
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainAndNotExecutedAgain() {
        give("once");
        give("once");

        assertThat(results).extracting(CommandResult::phase).containsOnly(Phase.ACCEPTED);
        assertThat(results).hasSize(2);
        assertThat(program.executed).isEqualTo(1);
    }

    @Test
    void anAnswerIsForgottenBehindManyOthers() {
        for (int i = 0; i <= CommandDesk.REMEMBERED; i++) {
            desk.refuse("request-" + i, "no", NOW);
        }

        assertThat(desk.repeatsAnswer("request-1")).isTrue();
        assertThat(desk.repeatsAnswer("request-0")).isFalse();
    }

    @Test
    void whatDoesNotComeAboutInTimeHasFailed() {
        give("endless");
        desk.settle(NOW.plus(CommandDesk.TIME_OUT).minusMillis(1));
        assertThat(results.getLast().phase()).isEqualTo(Phase.ACCEPTED);

        desk.settle(NOW.plus(CommandDesk.TIME_OUT));

        assertThat(results.getLast())
                .isEqualTo(
                        new CommandResult(
                                "endless",
                                Phase.FAILED,
                                "Not done within 120 seconds",
                                NOW.plus(CommandDesk.TIME_OUT)));
    }

    @Test
    void moreCommandsThanThePlcCanFollowAreRefused() {
        for (int i = 0; i <= CommandDesk.UNDER_WAY; i++) {
            give("request-" + i);
        }

        assertThat(results.getLast().phase()).isEqualTo(Phase.REFUSED);
        assertThat(results.getLast().reason()).isEqualTo("Too many commands are under way");
    }
}
