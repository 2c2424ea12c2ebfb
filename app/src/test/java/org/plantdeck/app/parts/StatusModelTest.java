package org.plantdeck.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.controls.StateBox.Fill;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.app.parts.StatusModel.Counts;
import org.plantdeck.app.parts.StatusModel.Line;
import org.plantdeck.app.parts.StatusModel.Word;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PartState;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StatusModelTest {

    private static final Map<PartName, PartState> ELSEWHERE = Map.of();

    private final FakeLive plant = FakeLive.heard();
    private final StatusModel model = new StatusModel();

    private Line line(String component, Map<PartName, PartState> lives) {
        return model.lines(plant.now(), lives).stream()
                .filter(it -> it.component().equals(component))
                .findFirst()
                .orElseThrow();
    }

    private static Leaves.Builder bridge() {
        return Leaves.builder()
                .put("local_link", "up")
                .put("cloud_link", "down")
                .put("readings", 271_593)
                .put("repeated", 1)
                .put("missing", 2)
                .put("given_up", 3)
                .put("outbox.depth", 44)
                .put("since", "2026-11-21T17:18:21.000Z");
    }

    @Test
    void everyPartOfTheProgramHasALineInTheOrderTheyStart() {
        assertThat(model.lines(plant.now(), ELSEWHERE))
                .extracting(Line::name)
                .containsExactly(
                        "Local broker",
                        "Cloud broker",
                        "Analytics",
                        "Historian",
                        "Bridge",
                        "PLC1",
                        "PLC2",
                        "PLC3",
                        "Plant");
    }

    @Test
    void aPartSaysItsStateItsCountsAndSinceWhenItRuns() {
        plant.says(Bodies.online("Bridge", bridge()));

        assertThat(line("Bridge", Map.of(PartName.BRIDGE, PartState.RUNNING)))
                .isEqualTo(
                        new Line(
                                "Bridge",
                                Optional.of(PartName.BRIDGE),
                                "Bridge",
                                "online",
                                Fill.BRIGHT,
                                new Counts("factory up · cloud down", "–", "44", "1", "2", "3"),
                                "Sat 21 Nov 17:18",
                                "0.1.0",
                                Optional.of(PartState.RUNNING)));
    }

    @Test
    void aPartOfAnotherProcessHasNoLifeHere() {
        plant.says(Bodies.online("Bridge", bridge()));

        assertThat(line("Bridge", ELSEWHERE).life()).isEmpty();
    }

    @Test
    void aPartThatWasStoppedHereIsStoppedWhateverItSaidLast() {
        plant.says(Bodies.online("Bridge", bridge()));

        Line line = line("Bridge", Map.of(PartName.BRIDGE, PartState.STOPPED));

        assertThat(line.state()).isEqualTo("stopped");
        assertThat(line.fill()).isEqualTo(Fill.DARK);
        assertThat(line.since()).isEqualTo("–");
    }

    @Test
    void aPartThatFallsSilentIsNotShownAsIfOnline() {
        plant.says(Bodies.online("Bridge", bridge()));
        plant.clock.advance(Duration.ofSeconds(20));

        Line line = line("Bridge", ELSEWHERE);

        assertThat(line.state()).isEqualTo("silent 20 s");
        assertThat(line.fill()).isEqualTo(Fill.STALE);
    }

    @Test
    void aBrokerThatHasNothingNewToSayIsNotSilent() {
        plant.says(Bodies.online("LocalBroker", Leaves.builder().put("clients", 7)));
        plant.clock.advance(Duration.ofMinutes(20));

        Line line = line("LocalBroker", ELSEWHERE);

        assertThat(line.state()).isEqualTo("online");
        assertThat(line.figures()).isEqualTo(new Counts("7 clients", "–", "–", "–", "–", "–"));
    }

    @Test
    void whatABrokerKeptOverItsOwnEndIsNotTakenForLife() {
        plant.says(Bodies.online("HMI2", Leaves.builder()));
        plant.says(
                Bodies.online(
                        "LocalBroker",
                        Leaves.builder()
                                .put("since", IsoTime.format(plant.now().now().plusSeconds(60)))));

        Line line = line("HMI2", ELSEWHERE);

        assertThat(line.state()).isEqualTo("not heard");
        assertThat(line.fill()).isEqualTo(Fill.STALE);
    }

    @Test
    void withoutALinkNothingIsKnown() {
        plant.says(Bodies.online("Bridge", bridge()));
        plant.local.up(false);

        assertThat(line("Bridge", ELSEWHERE).state()).isEqualTo("no link");
        assertThat(line("Historian", ELSEWHERE).state()).isEqualTo("not heard");
    }

    @Test
    void whoeverElseSpeaksHasALineBehindThem() {
        plant.says(Bodies.online("HMI1", Leaves.builder()));

        assertThat(model.lines(plant.now(), ELSEWHERE).getLast())
                .isEqualTo(
                        new Line(
                                "HMI1",
                                Optional.empty(),
                                "HMI1",
                                "online",
                                Fill.BRIGHT,
                                new Counts("–", "–", "–", "–", "–", "–"),
                                "–",
                                "0.1.0",
                                Optional.empty()));
    }

    @Test
    void whatAPartSaysIsRepeatedInItsOwnWords() {
        plant.says(
                Bodies.status(
                        "Historian",
                        new Health(
                                Health.State.DEGRADED,
                                "there is no room on the disk",
                                Leaves.builder().build())));
        plant.says(Bodies.online("Bridge", bridge()));
        List<Line> lines = model.lines(plant.now(), ELSEWHERE);

        assertThat(StatusModel.words(plant.now(), lines))
                .containsExactly(
                        new Word(
                                "Historian",
                                "there is no room on the disk",
                                "Sat 21 Nov 18:50:59"));
    }

    @Test
    void theContextSaysHowManyAreNotOnline() {
        List<Line> lines = model.lines(plant.now(), ELSEWHERE);

        assertThat(StatusModel.context(lines)).isEqualTo("9 parts are not online");
        assertThat(StatusModel.context(lines.subList(0, 1))).isEqualTo("Local broker is not heard");
        assertThat(StatusModel.context(List.of())).isEqualTo("all parts online");
    }

    @Test
    void aScreenThatWasClosedIsNoTrouble() {
        plant.says(
                Bodies.status(
                        "HMI1",
                        new Health(Health.State.OFFLINE, "ended", Leaves.builder().build())));
        Line closed = model.lines(plant.now(), ELSEWHERE).getLast();

        assertThat(closed.state()).isEqualTo("offline");
        assertThat(StatusModel.context(List.of(closed))).isEqualTo("all parts online");
        assertThat(StatusModel.words(plant.now(), List.of(closed))).isEmpty();
    }
}
