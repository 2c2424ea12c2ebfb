package org.plantdeck.plcsim.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.CommandResult.Phase;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

class CommandsTest {

    @TempDir Path directory;
    private Factory factory;

    @BeforeEach
    void start() {
        factory = new Factory(directory).start();
        factory.pass(Duration.ofSeconds(2));
    }

    private void raw(String body) {
        factory.broker.publish(
                FactorySource.LINE.commandTopic(), body.getBytes(StandardCharsets.UTF_8), false);
        factory.pass(Duration.ofMillis(300));
    }

    @Test
    void aCommandIsAcceptedAtTheNextScanAndDoneInTime() {
        factory.command(FactorySource.LINE, "stop-1", "stop", Value.absent());
        factory.pass(Duration.ofMinutes(1));

        assertThat(factory.resultsOf("stop-1"))
                .extracting(CommandResult::phase)
                .containsExactly(Phase.ACCEPTED, Phase.DONE);
        assertThat(factory.latest(FactorySource.LINE).values().text("status")).isEqualTo("stopped");
    }

    @Test
    void anOldCommandIsRefused() {
        factory.send(
                FactorySource.LINE,
                new Command(
                        "old", "stop", Value.absent(), factory.time.instant().minusSeconds(11), ""),
                false);
        factory.pass(Duration.ofSeconds(1));

        assertThat(factory.resultsOf("old"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.phase()).isEqualTo(Phase.REFUSED);
                    assertThat(it.reason())
                            .isEqualTo("The command is 11 s old, at most 10 are accepted");
                });
    }

    @Test
    void aCommandFromTheFutureIsRefused() {
        factory.send(
                FactorySource.LINE,
                new Command(
                        "early",
                        "stop",
                        Value.absent(),
                        factory.time.instant().plusSeconds(60),
                        ""),
                false);
        factory.pass(Duration.ofSeconds(1));

        assertThat(factory.resultsOf("early"))
                .extracting(CommandResult::phase)
                .containsExactly(Phase.REFUSED);
    }

    @Test
    void aRetainedCommandIsRefused() {
        factory.send(
                FactorySource.LINE,
                new Command("kept", "stop", Value.absent(), factory.time.instant(), "operator"),
                true);
        factory.pass(Duration.ofSeconds(1));

        assertThat(factory.resultsOf("kept"))
                .extracting(CommandResult::reason)
                .containsExactly("The command was retained by the broker");
    }

    @Test
    void aMalformedCommandThatNamesItsRequestIsRefused() {
        raw("{\"request_id\":\"odd\",\"command\":\"stop\"}");
        raw("{\"command\":\"stop\"}");
        raw("stop!");

        assertThat(factory.results)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.requestId()).isEqualTo("odd");
                    assertThat(it.reason()).startsWith("Malformed: issued_at");
                });
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainEvenWhenItHasGrownOld() {
        Command command =
                new Command(
                        "once", "demand_limit", Value.of(120), factory.time.instant(), "operator");
        factory.send(FactorySource.ENERGY, command, false);
        factory.pass(Duration.ofSeconds(30));
        factory.send(FactorySource.ENERGY, command, false);
        factory.pass(Duration.ofSeconds(1));

        assertThat(factory.resultsOf("once"))
                .extracting(CommandResult::phase)
                .containsExactly(Phase.ACCEPTED, Phase.DONE, Phase.DONE);
    }

    @Test
    void twoCommandsAtOneScanAreJudgedOneAfterTheOther() {
        factory.command(FactorySource.ENERGY, "one", "capacitor_mode", Value.of("manual"));
        factory.command(FactorySource.ENERGY, "two", "capacitor_stages", Value.of(1));
        factory.pass(Duration.ofSeconds(2));

        assertThat(factory.resultsOf("two").getFirst().phase()).isEqualTo(Phase.ACCEPTED);
        assertThat(factory.latest(FactorySource.ENERGY).values().get("capacitor.stages"))
                .isEqualTo(Value.of(1));
    }
}
