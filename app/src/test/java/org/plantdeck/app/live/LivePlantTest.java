package org.plantdeck.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;
import org.plantdeck.signal.brokers.BrokerAnswer;
import org.plantdeck.signal.brokers.BrokerCodec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who hears what, and what of it is asked of the brokers. */
class LivePlantTest {

    private final FakeLive plant = new FakeLive();
    private final List<String> heard = new ArrayList<>();

    /** Notes everything under a name. */
    private final class Ear implements LiveListener {
        private final String name;

        Ear(String name) {
            this.name = name;
        }

        private void note(String what) {
            heard.add(name + " " + what);
        }

        @Override
        public void reading(Reading reading) {
            note(reading.source().area() + " " + reading.sequence());
        }

        @Override
        public void window(AnalyticsWindow window) {
            note("window " + window.sequence());
        }

        @Override
        public void command(FactorySource plc, Command command) {
            note(plc.plcId() + " " + command.command());
        }

        @Override
        public void result(FactorySource plc, CommandResult result) {
            note(plc.plcId() + " " + result.phase().word());
        }

        @Override
        public void insightStep() {
            note("insight");
        }
    }

    private LiveSubscription open(String name, Feed... feeds) {
        return plant.live.open(Set.of(feeds), new Ear(name));
    }

    @Test
    void aTopicIsSubscribedWhileSomebodyWantsItAndNoLonger() {
        LiveSubscription one = open("one", Feed.LINE);
        LiveSubscription two = open("two", Feed.LINE, Feed.ENERGY);
        assertThat(plant.live.openSubscriptions()).isEqualTo(3);
        one.close();
        assertThat(plant.local.asked())
                .containsExactly("subscribe factory/line1", "subscribe factory/energy");
        two.close();
        assertThat(plant.local.asked().subList(2, 4))
                .containsExactlyInAnyOrder(
                        "unsubscribe factory/line1", "unsubscribe factory/energy");
        assertThat(plant.live.openSubscriptions()).isZero();
    }

    @Test
    void aSubscriptionThatIsClosedTwiceEndsOnce() {
        LiveSubscription one = open("one", Feed.LINE);
        LiveSubscription two = open("two", Feed.LINE);
        one.close();
        one.close();
        assertThat(plant.local.asked()).containsExactly("subscribe factory/line1");
        assertThat(plant.live.openSubscriptions()).isEqualTo(1);
        two.close();
    }

    @Test
    void aTopicIsSubscribedAnewForTheNextWhoComes() {
        open("one", Feed.LINE).close();
        open("two", Feed.LINE);
        plant.says(Bodies.line());
        assertThat(plant.local.asked())
                .containsExactly(
                        "subscribe factory/line1",
                        "unsubscribe factory/line1",
                        "subscribe factory/line1");
        assertThat(heard).containsExactly("two line1 91919");
    }

    @Test
    void everyFeedIsAskedOfTheBrokerItIsOn() {
        plant.live.open(
                EnumSet.complementOf(EnumSet.of(Feed.LOCAL_BROKER, Feed.CLOUD_BROKER)),
                new LiveListener() {});
        assertThat(plant.local.asked())
                .containsExactlyInAnyOrder(
                        "subscribe factory/line1",
                        "subscribe factory/energy",
                        "subscribe factory/environment",
                        "subscribe status/+",
                        "subscribe factory/+/cmd",
                        "subscribe factory/+/cmd/result");
        assertThat(plant.cloud.asked())
                .containsExactlyInAnyOrder(
                        "subscribe status/+",
                        "subscribe cloud/factory/analytics",
                        "subscribe cloud/factory/insights");
    }

    @Test
    void whatABrokerSaysIsRememberedForTheNextWhoComesAndForgottenAfterTheLast() {
        Set<Feed> feeds = EnumSet.of(Feed.LOCAL_BROKER, Feed.CLOUD_BROKER);
        LiveSubscription first = plant.live.open(feeds, new LiveListener() {});
        plant.local.deliver("$SYS/broker/clients/connected", "13".getBytes(StandardCharsets.UTF_8));
        LiveSubscription second = plant.live.open(feeds, new LiveListener() {});
        first.close();
        assertThat(plant.now().said(Feed.Broker.LOCAL)).containsEntry("clients/connected", "13");
        assertThat(plant.now().said(Feed.Broker.CLOUD)).isEmpty();
        second.close();
        assertThat(plant.now().said(Feed.Broker.LOCAL)).isEmpty();
    }

    @Test
    void whatABrokerAnswersComesWithItsName() {
        List<String> answers = new ArrayList<>();
        plant.live.open(
                EnumSet.of(Feed.LOCAL_BROKER, Feed.CLOUD_BROKER),
                new LiveListener() {
                    @Override
                    public void brokerAnswers(Feed.Broker broker, BrokerAnswer answer) {
                        answers.add(broker + " " + answer.reason());
                    }
                });
        plant.cloud.deliver(
                "broker/CloudBroker/cmd/result",
                BrokerCodec.encode(BrokerAnswer.refused("1", "nobody there")));
        plant.cloud.deliver("broker/CloudBroker/cmd/result", "[".getBytes(StandardCharsets.UTF_8));
        assertThat(answers).containsExactly("CLOUD nobody there");
        assertThat(plant.live.malformed()).isEqualTo(1);
    }

    @Test
    void bothLinksAreStartedAndClosedWithIt() {
        plant.live.start();
        assertThat(plant.local.asked()).containsExactly("start");
        assertThat(plant.cloud.asked()).containsExactly("start");
        plant.live.close();
        assertThat(plant.now().local().isUp()).isFalse();
        assertThat(plant.now().cloud().isUp()).isFalse();
    }

    @Test
    void everyListenerHearsEveryReadingInOrder() {
        open("one", Feed.LINE);
        open("two", Feed.LINE, Feed.ENERGY);
        plant.says(Bodies.line());
        plant.says(Bodies.reading(FactorySource.ENERGY));
        plant.says(Bodies.later(Bodies.line(), 1));
        assertThat(heard)
                .containsExactly(
                        "one line1 91919",
                        "two line1 91919",
                        "two energy 91919",
                        "one line1 91920",
                        "two line1 91920");
    }

    @Test
    void whoHasClosedHearsNothingMore() {
        LiveSubscription one = open("one", Feed.LINE);
        open("two", Feed.LINE);
        one.close();
        plant.says(Bodies.line());
        assertThat(heard).containsExactly("two line1 91919");
    }

    @Test
    void commandsAndAnswersAreHeardWithTheirPlc() {
        open("desk", Feed.COMMANDS);
        Command command = new Command("id", "start", Value.absent(), Bodies.AT, "Operator");
        plant.local.deliver("factory/line1/cmd", CommandCodec.encode(command));
        CommandResult result = new CommandResult("id", CommandResult.Phase.ACCEPTED, "", Bodies.AT);
        plant.local.deliver("factory/energy/cmd/result", CommandCodec.encode(result));
        plant.local.deliver("factory/boiler/cmd", CommandCodec.encode(command));
        assertThat(heard).containsExactly("desk PLC1 start", "desk PLC2 accepted");
    }

    @Test
    void aStepOfAnInsightIsHeardWhateverItsBodySays() {
        open("desk", Feed.INSIGHTS);
        plant.cloud.deliver("cloud/factory/insights", new byte[] {'{', '}'});
        assertThat(heard).containsExactly("desk insight");
    }

    @Test
    void aMalformedBodyIsCountedAndTheOneBeforeStays() {
        open("desk", Feed.LINE, Feed.FACTORY_STATUS, Feed.WINDOWS, Feed.COMMANDS);
        plant.says(Bodies.line());
        byte[] nonsense = "{\"plc_id\":\"PLC1\"}".getBytes(StandardCharsets.UTF_8);
        plant.local.deliver("factory/line1", nonsense);
        plant.local.deliver("status/PLC1", nonsense);
        plant.local.deliver("factory/line1/cmd", nonsense);
        plant.local.deliver("factory/line1/cmd/result", nonsense);
        plant.cloud.deliver("cloud/factory/analytics", nonsense);
        assertThat(plant.live.malformed()).isEqualTo(5);
        assertThat(plant.now().reading(FactorySource.LINE)).contains(Bodies.line());
        assertThat(heard).containsExactly("desk line1 91919");
    }

    @Test
    void whatIsPublishedGoesToTheFactoryWhileThereIsALink() {
        assertThat(plant.live.publish("factory/line1/cmd", new byte[] {1})).isTrue();
        plant.local.up(false);
        assertThat(plant.live.publish("factory/line1/cmd", new byte[] {2})).isFalse();
        assertThat(plant.local.published())
                .extracting(Publication::topic, Publication::body, Publication::qos)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "factory/line1/cmd", new byte[] {1}, 1));
        assertThat(plant.local.published()).noneMatch(Publication::retained);
        assertThat(plant.cloud.published()).isEmpty();
    }
}
