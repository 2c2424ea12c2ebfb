package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.CommandResult.Phase;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

class CommandDeskTest {

    private final Bench bench = new Bench(FactorySource.LINE).seconds(1);

    @Test
    void aRepeatedRequestIsAnsweredAgainAndNotExecutedAgain() {
        bench.command("once", "stop", Value.absent());
        bench.seconds(15).command("reset");
        bench.seconds(5);

        CommandResult again = bench.command("once", "stop", Value.absent());

        assertThat(again.phase()).isEqualTo(Phase.DONE);
        bench.seconds(1);
        assertThat(bench.text("state")).isEqualTo("Idle");
    }

    @Test
    void anAnswerIsForgottenBehindManyOthers() {
        bench.command("once", "explode", Value.absent());
        for (int i = 0; i < CommandDesk.REMEMBERED; i++) {
            bench.command("other-" + i, "explode", Value.absent());
        }
        int before = bench.results.size();

        assertThat(bench.plc.repeatsAnswer("other-0")).isTrue();
        assertThat(bench.plc.repeatsAnswer("once")).isFalse();
        assertThat(bench.results).hasSize(before + 1);
    }

    @Test
    void whatDoesNotComeAboutInTimeHasFailed() {
        bench.command("speed_setpoint", Value.of(30));
        bench.seconds(15);
        for (int i = 0; i < 70; i++) {
            bench.command("back-" + i, "speed_setpoint", Value.of(i % 2 == 0 ? 120 : 30));
            bench.seconds(2);
        }

        assertThat(bench.results)
                .anySatisfy(result -> {
                    assertThat(result.phase()).isEqualTo(Phase.FAILED);
                    assertThat(result.reason()).isEqualTo("Not done within 120 seconds");
                })
                .anySatisfy(result ->
                        assertThat(result.reason()).isEqualTo("Too many commands are under way"));
    }
}
