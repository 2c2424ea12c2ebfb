package org.plantdeck.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.commands.CommandEntry.Phase;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;

class OperatorTest {

    private final FakeLive plant = new FakeLive();
    private final Operator operator = new Operator(plant.live, plant.clock, "Shift lead");
    private final Instant begun = plant.clock.instant();

    private String start() {
        return operator.ask(FactorySource.LINE, "start", Value.absent());
    }

    private void answer(String requestId, CommandResult.Phase phase, String reason) {
        plant.local.deliver(
                FactorySource.LINE.resultTopic(),
                CommandCodec.encode(
                        new CommandResult(requestId, phase, reason, plant.clock.instant())));
    }

    private void otherDesk(String requestId, String word) {
        Command command =
                new Command(requestId, word, Value.of(90.0), plant.clock.instant(), "Night shift");
        plant.local.deliver(FactorySource.ENERGY.commandTopic(), CommandCodec.encode(command));
    }

    private CommandEntry entry(String requestId, Phase phase, String reason, Duration answeredIn) {
        return new CommandEntry(
                FactorySource.LINE,
                new Command(requestId, "start", Value.absent(), begun, "Shift lead"),
                begun,
                phase,
                reason,
                answeredIn);
    }

    @Test
    void whatIsAskedGoesToThePlcUnderTheNameOfWhoAsks() {
        String id = operator.ask(FactorySource.LINE, "speed_setpoint", Value.of(90.0));
        Publication sent = plant.local.published().getFirst();
        assertThat(sent.topic()).isEqualTo("factory/line1/cmd");
        assertThat(sent.retained()).isFalse();
        assertThat(CommandCodec.decode(sent.body()))
                .isEqualTo(
                        new Decoded.Sound<>(
                                new Command(
                                        id,
                                        "speed_setpoint",
                                        Value.of(90.0),
                                        begun,
                                        "Shift lead")));
    }

    @Test
    void whatIsAskedIsInTheLogAtOnceAndOnce() {
        String id = start();
        assertThat(operator.log()).containsExactly(entry(id, Phase.ASKED, "", Duration.ZERO));
        plant.local.deliver("factory/line1/cmd", plant.local.published().getFirst().body());
        assertThat(operator.log()).containsExactly(entry(id, Phase.ASKED, "", Duration.ZERO));
    }

    @Test
    void anAcceptedCommandIsDoneLaterAndSaysHowSoonItWasAccepted() {
        String id = start();
        Duration soon = Duration.ofMillis(38);
        plant.clock.advance(soon);
        answer(id, CommandResult.Phase.ACCEPTED, "");
        assertThat(operator.log()).containsExactly(entry(id, Phase.ACCEPTED, "", soon));
        plant.clock.advance(Duration.ofSeconds(20));
        answer(id, CommandResult.Phase.DONE, "");
        assertThat(operator.log()).containsExactly(entry(id, Phase.DONE, "", soon));
    }

    @Test
    void aRefusedCommandSaysWhy() {
        String id = start();
        answer(id, CommandResult.Phase.REFUSED, "Start is not allowed in Aborted");
        assertThat(operator.log())
                .containsExactly(
                        entry(id, Phase.REFUSED, "Start is not allowed in Aborted", Duration.ZERO));
    }

    @Test
    void anAcceptedCommandMayFail() {
        String id = start();
        answer(id, CommandResult.Phase.ACCEPTED, "");
        answer(id, CommandResult.Phase.FAILED, "The drive did not come up");
        assertThat(operator.log().getFirst().phase()).isEqualTo(Phase.FAILED);
        assertThat(operator.log().getFirst().isSettled()).isTrue();
    }

    @Test
    void aCommandWithoutAnAnswerForFiveSecondsIsUnanswered() {
        start();
        plant.clock.advance(Duration.ofSeconds(5));
        assertThat(operator.log().getFirst().phase()).isEqualTo(Phase.ASKED);
        assertThat(operator.log().getFirst().isSettled()).isFalse();
        plant.clock.advance(Duration.ofMillis(1));
        assertThat(operator.log().getFirst().phase()).isEqualTo(Phase.UNANSWERED);
        assertThat(operator.log().getFirst().isSettled()).isTrue();
    }

    @Test
    void anAcceptedCommandMayTakeLongerThanThat() {
        String id = start();
        answer(id, CommandResult.Phase.ACCEPTED, "");
        plant.clock.advance(Duration.ofMinutes(2));
        assertThat(operator.log().getFirst().phase()).isEqualTo(Phase.ACCEPTED);
    }

    @Test
    void anAnswerThatComesLateIsStillShown() {
        String id = start();
        plant.clock.advance(Duration.ofSeconds(6));
        assertThat(operator.log().getFirst().phase()).isEqualTo(Phase.UNANSWERED);
        answer(id, CommandResult.Phase.REFUSED, "too old");
        assertThat(operator.log().getFirst().phase()).isEqualTo(Phase.REFUSED);
    }

    @Test
    void withoutALinkACommandIsUnansweredAtOnceAndNotSentLater() {
        plant.local.up(false);
        String id = start();
        assertThat(operator.log()).containsExactly(entry(id, Phase.UNANSWERED, "", Duration.ZERO));
        plant.local.up(true);
        assertThat(plant.local.published()).isEmpty();
    }

    @Test
    void commandsOfOtherDesksAreInTheLogToo() {
        String mine = start();
        plant.clock.advance(Duration.ofSeconds(1));
        otherDesk("theirs", "demand_limit");
        assertThat(operator.log())
                .extracting(it -> it.command().requestId(), it -> it.command().by())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("theirs", "Night shift"),
                        org.assertj.core.groups.Tuple.tuple(mine, "Shift lead"));
        assertThat(operator.log(FactorySource.ENERGY)).hasSize(1);
        assertThat(operator.log(FactorySource.ENVIRONMENT)).isEmpty();
    }

    @Test
    void anAnswerToAnUnknownRequestIsNothingOfOurs() {
        answer("unknown", CommandResult.Phase.DONE, "");
        assertThat(operator.log()).isEmpty();
    }

    @Test
    void theLogKeepsTheNewestFiveHundred() {
        for (int i = 0; i < Operator.LOG_LENGTH + 20; i++) {
            otherDesk("request " + i, "demand_limit");
        }
        assertThat(operator.log())
                .hasSize(500)
                .extracting(it -> it.command().requestId())
                .startsWith("request 519")
                .endsWith("request 20");
    }

    @Test
    void whoListensHearsOfEveryStepUntilForgotten() {
        int[] calls = {0};
        Runnable ear = () -> calls[0]++;
        operator.listen(ear);
        String id = start();
        assertThat(calls[0]).isEqualTo(1);
        answer(id, CommandResult.Phase.ACCEPTED, "");
        assertThat(calls[0]).isEqualTo(2);
        operator.forget(ear);
        answer(id, CommandResult.Phase.DONE, "");
        assertThat(calls[0]).isEqualTo(2);
    }

    @Test
    void aClosedOperatorHasNoSubscription() {
        assertThat(plant.live.openSubscriptions()).isEqualTo(1);
        operator.close();
        assertThat(plant.live.openSubscriptions()).isZero();
    }
}
