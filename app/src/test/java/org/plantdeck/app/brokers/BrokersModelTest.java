package org.plantdeck.app.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.live.Feed;
import org.plantdeck.signal.brokers.BrokerAnswer;
import org.plantdeck.signal.brokers.BrokerRequest;
import org.plantdeck.signal.brokers.BrokerRequest.Act;
import org.plantdeck.signal.brokers.ClientFigures;
import org.plantdeck.signal.brokers.TopicFigures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a broker, and what its answers make of the screen. */
class BrokersModelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final List<BrokerRequest> asked = new ArrayList<>();
    private final List<Feed.Broker> ofWhom = new ArrayList<>();
    private boolean linked = true;
    private final BrokersModel model = new BrokersModel(this::send, "maria");

    private boolean send(Feed.Broker broker, BrokerRequest request) {
        if (linked) {
            asked.add(request);
            ofWhom.add(broker);
        }
        return linked;
    }

    private static ClientFigures press() {
        return new ClientFigures(
                "press-4",
                "otto",
                "127.0.0.1:5000",
                "2026-11-21T09:59:58.000Z",
                "MQTT 3.1.1",
                true,
                2,
                0,
                0,
                10,
                20,
                1,
                2);
    }

    private static TopicFigures status(String name) {
        return new TopicFigures("status/" + name, 1, 6, 0.1, 0.6, 6);
    }

    private BrokerRequest last(Act act) {
        return asked.reversed().stream()
                .filter(it -> it.command().equals(act.word()))
                .findFirst()
                .orElseThrow();
    }

    private void answer(Act act, String reason, int count, TopicFigures... topics) {
        model.answered(
                model.broker(),
                new BrokerAnswer(
                        last(act).requestId(),
                        BrokerAnswer.DONE,
                        reason,
                        count,
                        act == Act.CLIENTS ? List.of(press()) : List.of(),
                        List.of(topics)));
    }

    @Test
    void rowsAreAskedForAgainEveryTwoSecondsOnceTheyWereAnswered() {
        model.tick(NOW);
        assertThat(asked).extracting(BrokerRequest::command).containsExactly("clients", "topics");
        model.tick(NOW.plusSeconds(2));
        assertThat(asked).hasSize(2);
        answer(Act.CLIENTS, "", 5_012);
        answer(Act.TOPICS, "", 1, status("press"));
        assertThat(model.clients().orElseThrow().rows()).containsExactly(press());
        assertThat(model.clients().orElseThrow().context()).isEqualTo("first 1 of 5,012");
        assertThat(model.topics().orElseThrow().context()).isEqualTo("1");
        model.tick(NOW.plusSeconds(3));
        assertThat(asked).hasSize(2);
        model.tick(NOW.plusSeconds(4));
        assertThat(asked).hasSize(4);
    }

    @Test
    void aSearchIsAskedAtOnceAndAnAnswerToAnOlderOneIsNotShown() {
        model.tick(NOW);
        BrokerRequest old = last(Act.CLIENTS);
        model.searchClients("press", NOW);
        assertThat(last(Act.CLIENTS).value()).isEqualTo("press");
        model.answered(
                Feed.Broker.LOCAL,
                new BrokerAnswer(old.requestId(), "done", "", 0, List.of(), List.of()));
        assertThat(model.clients()).isEmpty();
        answer(Act.CLIENTS, "", 1);
        assertThat(model.clients()).isPresent();
    }

    @Test
    void whatIsClearedIsWhatWasSeen() {
        model.preview("status/+", NOW);
        assertThat(model.preview().orElseThrow().isClearable()).isFalse();
        answer(Act.RETAINED, "", 2, status("a"), status("b"));
        assertThat(model.preview().orElseThrow().isClearable()).isTrue();
        assertThat(BrokersModel.consequence(model.preview().orElseThrow()))
                .startsWith("2 retained messages on status/+ are cleared");
        model.clear(NOW);
        assertThat(last(Act.CLEAR_RETAINED).value()).isEqualTo("status/+");
        assertThat(last(Act.CLEAR_RETAINED).issuedAt()).isEqualTo("2026-11-21T10:00:00.000Z");
        assertThat(model.canUndo()).isFalse();
        answer(Act.CLEAR_RETAINED, "2 retained messages are cleared", 2);
        assertThat(model.told()).isEqualTo("Done: 2 retained messages are cleared.");
        assertThat(model.preview()).isEmpty();
        assertThat(model.canUndo()).isTrue();
        model.restore(NOW);
        answer(Act.RESTORE_RETAINED, "2 of 2 retained messages are back", 2);
        assertThat(model.canUndo()).isFalse();
    }

    @Test
    void nothingIsClearedWhereNothingWasSeen() {
        model.clear(NOW);
        model.preview("test/#", NOW);
        model.clear(NOW);
        answer(Act.RETAINED, "", 0);
        model.clear(NOW);
        assertThat(asked).extracting(BrokerRequest::command).containsExactly("retained");
    }

    @Test
    void aRefusalSaysWhy() {
        model.disconnect("press-4", NOW);
        model.answered(
                Feed.Broker.LOCAL,
                BrokerAnswer.refused(
                        last(Act.DISCONNECT).requestId(), "press-4 is not connected (any more)"));
        assertThat(model.told()).isEqualTo("Refused: press-4 is not connected (any more).");
        model.preview("a#", NOW);
        model.answered(
                Feed.Broker.LOCAL,
                BrokerAnswer.refused(last(Act.RETAINED).requestId(), "a# is no topic filter"));
        assertThat(model.preview().orElseThrow().refused())
                .isEqualTo("Refused: a# is no topic filter.");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsSilentUntilItDoes() {
        model.tick(NOW);
        model.disconnect("press-4", NOW);
        model.preview("test/#", NOW);
        model.tick(NOW.plusSeconds(4));
        assertThat(model.isSilent()).isFalse();
        model.tick(NOW.plusSeconds(5));
        assertThat(model.isSilent()).isTrue();
        assertThat(model.told()).startsWith("The broker did not answer.");
        assertThat(model.preview().orElseThrow().refused())
                .startsWith("The broker did not answer.");
        model.tick(NOW.plusSeconds(7));
        answer(Act.CLIENTS, "", 1);
        assertThat(model.isSilent()).isFalse();
    }

    @Test
    void withoutALinkNothingIsAskedAndThatIsSaid() {
        linked = false;
        model.tick(NOW);
        model.disconnect("press-4", NOW);
        assertThat(model.told()).startsWith("There is no link to this broker");
        model.tick(NOW.plusSeconds(10));
        assertThat(model.isSilent()).isFalse();
    }

    @Test
    void eachBrokerHasItsOwnRows() {
        model.tick(NOW);
        answer(Act.CLIENTS, "", 1);
        BrokerRequest ofLocal = last(Act.TOPICS);
        model.choose(Feed.Broker.CLOUD);
        assertThat(model.clients()).isEmpty();
        model.answered(
                Feed.Broker.LOCAL,
                new BrokerAnswer(ofLocal.requestId(), "done", "", 1, List.of(), List.of()));
        assertThat(model.topics()).isEmpty();
        model.tick(NOW.plusMillis(100));
        assertThat(ofWhom.getLast()).isEqualTo(Feed.Broker.CLOUD);
    }
}
