package org.plantdeck.mqttlink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartStatus;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/** What links say of their parts, and who may speak for one, against a real broker. */
final class SpeakersTest extends OnABroker {

    @Test
    void theStatusIsOnlineWhileThePartLivesAndOfflineAfterAnOrderlyEnd() throws Exception {
        BlockingQueue<Delivery> seen = observe("status/#");
        MqttLink link = link("Bridge", LinkSettings.Session.CLEAN);
        link.start();
        Delivery online = await(seen, _ -> true);
        assertThat(status(online).health().state()).isEqualTo(Health.State.ONLINE);
        Leaves.Builder figures = Leaves.builder().put("outbox.depth", 3);
        link.report(new Health(Health.State.DEGRADED, "the cloud broker is away", figures.build()));
        PartStatus degraded = status(await(seen, _ -> true));
        String since = status(online).health().figures().text("since");
        assertThat(degraded.health())
                .isEqualTo(
                        new Health(
                                Health.State.DEGRADED,
                                "the cloud broker is away",
                                figures.put("since", since).build()));
        assertThat(IsoTime.parse(since)).isPresent();
        assertThat(degraded.component()).isEqualTo("Bridge");
        link.close();
        assertThat(status(await(seen, _ -> true)).health().state()).isEqualTo(Health.State.OFFLINE);
        PartStatus kept = status(await(observe("status/#"), _ -> true));
        assertThat(kept.health().state()).isEqualTo(Health.State.OFFLINE);
    }

    @Test
    void theOneThatIsTakenOverStopsAndSaysSo() throws Exception {
        MqttLink first = link("PLC1", LinkSettings.Session.CLEAN);
        first.start();
        awaitTaken(first, "test/first");
        MqttLink second = link("PLC1", LinkSettings.Session.CLEAN);
        CountDownLatch stopped = new CountDownLatch(1);
        second.start();
        awaitTaken(second, "test/second");
        awaitPhase(first, LinkState.Phase.TAKEN_OVER, stopped);
        assertThat(first.state().reason()).contains("identity PLC1");
        assertThat(second.state().isUp()).isTrue();
    }

    @Test
    void twoThatSpeakForOneComponentUnderTheirOwnIdentitiesDoNotStopEachOther() throws Exception {
        MqttLink first = speaker("HMI1-a", "HMI1");
        MqttLink second = speaker("HMI1-b", "HMI1");
        first.start();
        awaitTaken(first, "test/first");
        second.start();
        awaitTaken(second, "test/second");

        broker.stop();
        awaitPhase(first, LinkState.Phase.DOWN, new CountDownLatch(1));
        awaitPhase(second, LinkState.Phase.DOWN, new CountDownLatch(1));
        broker.start();

        awaitPhase(first, LinkState.Phase.UP, new CountDownLatch(1));
        awaitPhase(second, LinkState.Phase.UP, new CountDownLatch(1));
    }

    @Test
    void whenOneOfTwoSpeakersEndsTheOtherSaysThatTheComponentLives() throws Exception {
        MqttLink first = speaker("HMI1-a", "HMI1");
        first.start();
        awaitTaken(first, "test/first");
        MqttLink second = speaker("HMI1-b", "HMI1");
        second.start();
        awaitTaken(second, "test/second");
        BlockingQueue<Delivery> seen = observe("status/HMI1");
        await(seen, _ -> true);

        second.close();

        assertThat(status(await(seen, _ -> true)).health().state()).isEqualTo(Health.State.OFFLINE);
        assertThat(status(await(seen, _ -> true)).health().state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void aBrokerThatIsRestartedAgainAndAgainIsNoRival() throws Exception {
        BlockingQueue<Delivery> seen = observe("factory/#");
        MqttLink silent = open.getLast();
        for (int restart = 0; restart < 3; restart++) {
            broker.stop();
            awaitRefused(silent);
            broker.start();
            awaitTaken(silent, "factory/again");
            await(seen, it -> it.topic().equals("factory/again"));
        }
        assertThat(silent.state().isUp()).isTrue();
    }
}
