package org.plantdeck.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.ResendRequest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

class OutboxTest {

    @TempDir private Path folder;

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void aFullOutboxGivesUpItsOldestWindowsAndCountsThem() {
        try (Bench bench = new Bench(Bench.settings(folder).withOutboxCapacity(5))) {
            bench.cloudIs(false);
            bench.run(0, 123);
            assertThat(bench.figure("outbox.depth")).isEqualTo(5);
            assertThat(bench.figure("given_up")).isEqualTo(7);
            bench.cloudIs(true);
            for (int i = 0; i < 3; i++) {
                bench.turns.take(true);
            }
            assertThat(bench.sequences()).containsExactlyElementsOf(numbers(8, 12));
            assertThat(bench.figure("outbox.depth")).isZero();
        }
        try (Bench bench = new Bench(Bench.settings(folder))) {
            assertThat(bench.figure("given_up")).isEqualTo(7);
        }
    }

    @Test
    void onlyAFewWindowsAreUnderWayAtATimeAndInOrder() {
        try (Bench bench = new Bench(Bench.settings(folder))) {
            bench.cloud.taking = false;
            bench.run(0, 403);
            assertThat(bench.sequences()).containsExactlyElementsOf(numbers(1, 16));
            bench.cloud.takeAll();
            bench.turns.take(false);
            assertThat(bench.sequences()).containsExactlyElementsOf(numbers(1, 32));
        }
    }

    @Test
    void whatTheBrokerHasNotTakenIsSentAgainAfterARestart() {
        List<Publication> first;
        try (Bench bench = new Bench(Bench.settings(folder))) {
            bench.cloud.taking = false;
            bench.run(0, 33);
            first = List.copyOf(bench.cloud.published);
        }
        try (Bench bench = new Bench(Bench.settings(folder))) {
            bench.turns.take(true);
            assertThat(bench.sequences()).containsExactly(1L, 2L, 3L);
            for (int i = 0; i < 3; i++) {
                assertThat(Arrays.equals(bench.cloud.published.get(i).body(), first.get(i).body()))
                        .isTrue();
            }
        }
    }

    @Test
    void whatTheBrokerHasTakenIsNotSentAgainAfterARestart() {
        try (Bench bench = new Bench(Bench.settings(folder))) {
            bench.run(0, 33);
            bench.turns.take(true);
        }
        try (Bench bench = new Bench(Bench.settings(folder))) {
            bench.turns.take(true);
            assertThat(bench.windows()).isEmpty();
        }
    }

    @Test
    void aSentWindowIsKeptForADay() {
        try (Bench bench = new Bench(Bench.settings(folder))) {
            bench.run(0, 33);
            bench.turns.take(true);
            bench.pass(Duration.ofHours(24));
            assertThat(bench.store.windows().sentCount()).isEqualTo(3);
            bench.pass(Duration.ofMinutes(1));
            assertThat(bench.store.windows().sentCount()).isZero();
        }
    }

    @Test
    void anUnsentWindowIsKeptHoweverLongItTakes() {
        try (Bench bench = new Bench(Bench.settings(folder))) {
            bench.cloudIs(false);
            bench.run(0, 33);
            bench.pass(Duration.ofDays(30));
            bench.cloudIs(true);
            bench.turns.take(true);
            assertThat(bench.sequences()).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void noMoreSentWindowsAreKeptThanTheBound() {
        BridgeSettings all = Bench.settings(folder);
        BridgeSettings few =
                new BridgeSettings(
                        all.localBroker(),
                        all.cloudBroker(),
                        all.database(),
                        all.aggregationInterval(),
                        all.lateness(),
                        all.silence(),
                        all.patience(),
                        all.commitInterval(),
                        all.outboxCapacity(),
                        all.keep(),
                        4,
                        all.thresholds());
        try (Bench bench = new Bench(few)) {
            bench.run(0, 103);
            bench.pass(Duration.ofSeconds(10));
            assertThat(bench.store.windows().kept(new ResendRequest("run", 1, 100), 0, 100))
                    .extracting(kept -> kept.sequence())
                    .containsExactly(7L, 8L, 9L, 10L);
        }
    }
}
