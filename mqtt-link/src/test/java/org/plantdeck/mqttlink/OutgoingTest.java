package org.plantdeck.mqttlink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class OutgoingTest {

    private static Publication message(String topic) {
        return new Publication(topic, new byte[0], 1, false);
    }

    private static String next(Outgoing outgoing) {
        return outgoing.next().map(entry -> entry.publication().topic()).orElse("none");
    }

    @Test
    void aFullQueueGivesUpTheOldestAndCountsIt() {
        Outgoing outgoing = new Outgoing(2, 10);
        assertThat(outgoing.add(message("a"))).isZero();
        assertThat(outgoing.add(message("b"))).isZero();
        assertThat(outgoing.add(message("c"))).isEqualTo(1);
        assertThat(outgoing.droppedCount()).isEqualTo(1);
        assertThat(List.of(next(outgoing), next(outgoing), next(outgoing)))
                .containsExactly("b", "c", "none");
    }

    @Test
    void noMoreAreUnderWayThanTheWindowAllows() {
        Outgoing outgoing = new Outgoing(10, 1);
        outgoing.add(message("a"));
        outgoing.add(message("b"));
        Outgoing.Entry first = outgoing.next().orElseThrow();
        assertThat(outgoing.next()).isEmpty();
        outgoing.taken(first);
        assertThat(next(outgoing)).isEqualTo("b");
    }

    @Test
    void afterALostConnectionWhatWasUnderWayGoesFirstAndInOrder() {
        Outgoing outgoing = new Outgoing(10, 10);
        for (String topic : List.of("a", "b", "c")) {
            outgoing.add(message(topic));
        }
        Outgoing.Entry a = outgoing.next().orElseThrow();
        Outgoing.Entry b = outgoing.next().orElseThrow();
        outgoing.returnUnderWay();
        outgoing.taken(a);
        assertThat(outgoing.takenCount()).isZero();
        assertThat(outgoing.next().orElseThrow()).isEqualTo(a);
        assertThat(outgoing.next().orElseThrow()).isEqualTo(b);
        assertThat(next(outgoing)).isEqualTo("c");
    }

    @Test
    void aPublisherHearsOnceThatItsMessageIsTaken() {
        Outgoing outgoing = new Outgoing(10, 10);
        List<String> heard = new ArrayList<>();
        outgoing.add(new Publication("a", new byte[0], 1, false, () -> heard.add("taken")));
        Outgoing.Entry entry = outgoing.next().orElseThrow();
        outgoing.taken(entry);
        outgoing.taken(entry);
        assertThat(heard).containsExactly("taken");
        assertThat(outgoing.waitingCount()).isZero();
    }
}
