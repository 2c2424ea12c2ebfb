package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.app.records.StoredReadings.POWER;
import static org.plantdeck.app.records.StoredReadings.START;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.door.Door;
import org.plantdeck.app.history.Archive;
import org.plantdeck.app.records.TrendAsker.Outcome;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** On a real database, whose thread is held up where a test wants that. */
class TrendAskerTest {

    @TempDir private Path folder;
    private final Door door = new Door(Runnable::run);
    private final BlockingQueue<Outcome> outcomes = new ArrayBlockingQueue<>(10);

    @AfterEach
    void close() {
        door.close();
    }

    private Archive<HistorianQueries> archive() {
        return new Archive<>(
                "asker-test", () -> RecordedHistory.open(folder.resolve("historian.db")));
    }

    private static TrendRequest minutes(int count) {
        TimeWindow window = TimeWindow.endingAt(START.plusSeconds(600), Duration.ofMinutes(count));
        return new TrendRequest(
                TimeGrid.of(window, 60), List.of(POWER), START.plusSeconds(600), false);
    }

    private Outcome awaited() throws InterruptedException {
        Outcome outcome = outcomes.poll(30, TimeUnit.SECONDS);
        assertThat(outcome).as("an outcome").isNotNull();
        return outcome;
    }

    @Test
    void theNewestRequestWinsAndThoseBetweenAreNeverAsked() throws Exception {
        StoredReadings.store(folder.resolve("historian.db"), "r1", 1, 600);
        CountDownLatch busy = new CountDownLatch(1);
        try (Archive<HistorianQueries> archive = archive();
                TrendAsker asker = new TrendAsker(archive, door, outcomes::add)) {
            var held =
                    archive.ask(_ -> {
                        busy.await();
                        return true;
                    });
            asker.ask(minutes(1));
            asker.ask(minutes(2));
            asker.ask(minutes(3));
            busy.countDown();

            assertThat(held.get()).isTrue();
            assertThat(awaited())
                    .isInstanceOfSatisfying(
                            Outcome.Answered.class,
                            it -> assertThat(it.answer().request()).isEqualTo(minutes(3)));
            asker.ask(minutes(4));
            assertThat(awaited())
                    .isInstanceOfSatisfying(
                            Outcome.Answered.class,
                            it -> assertThat(it.answer().request()).isEqualTo(minutes(4)));
        }
        assertThat(outcomes).isEmpty();
    }

    @Test
    void betweenAnAnswerAndTheNextQuestionThereIsARest() throws Exception {
        StoredReadings.store(folder.resolve("historian.db"), "r1", 1, 600);
        BlockingQueue<Runnable> rests = new ArrayBlockingQueue<>(10);
        try (Archive<HistorianQueries> archive = archive();
                TrendAsker asker =
                        new TrendAsker(archive, door, outcomes::add, rests::add, () -> 0)) {
            asker.ask(minutes(1));
            assertThat(awaited()).isInstanceOf(Outcome.Answered.class);
            Runnable rest = rests.poll(30, TimeUnit.SECONDS);
            asker.ask(minutes(2));
            asker.ask(minutes(3));
            assertThat(archive.ask(_ -> true).get()).isTrue();
            assertThat(outcomes).isEmpty();

            assertThat(rest).isNotNull();
            rest.run();
            assertThat(request(awaited())).isEqualTo(minutes(3));
        }
    }

    @Test
    void aQuestionThatTakesItsTimeIsGivenUpForAnotherAndElseAnswered() throws Exception {
        StoredReadings.store(folder.resolve("historian.db"), "r1", 1, 600);
        for (long nanosALook : new long[] {0, TimeUnit.SECONDS.toNanos(1)}) {
            CountDownLatch looked = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            AtomicLong nanos = new AtomicLong();
            try (Archive<HistorianQueries> archive = archive();
                    TrendAsker asker =
                            new TrendAsker(
                                    archive,
                                    door,
                                    outcomes::add,
                                    Runnable::run,
                                    () -> {
                                        if (looked.getCount() > 0) {
                                            looked.countDown();
                                            await(goOn);
                                        }
                                        return nanos.getAndAdd(nanosALook);
                                    })) {
                asker.ask(minutes(1));
                looked.await();
                asker.ask(minutes(2));
                goOn.countDown();
                if (nanosALook == 0) {
                    assertThat(request(awaited())).isEqualTo(minutes(1));
                }
                assertThat(request(awaited())).isEqualTo(minutes(2));
            }
            assertThat(outcomes).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static TrendRequest request(Outcome outcome) {
        return ((Outcome.Answered) outcome).answer().request();
    }

    @Test
    void aHistoryThatCannotBeReadSaysWhy() throws Exception {
        try (Archive<HistorianQueries> archive = archive();
                TrendAsker asker = new TrendAsker(archive, door, outcomes::add)) {
            asker.ask(minutes(1));

            assertThat(awaited())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            it -> {
                                assertThat(it.request()).isEqualTo(minutes(1));
                                assertThat(it.sentence()).contains("historian.db");
                            });
        }
    }

    @Test
    void aClosedOneHearsNothingMore() throws Exception {
        StoredReadings.store(folder.resolve("historian.db"), "r1", 1, 600);
        CountDownLatch busy = new CountDownLatch(1);
        try (Archive<HistorianQueries> archive = archive()) {
            var held =
                    archive.ask(_ -> {
                        busy.await();
                        return true;
                    });
            TrendAsker asker = new TrendAsker(archive, door, outcomes::add);
            asker.ask(minutes(1));
            asker.close();
            busy.countDown();

            assertThat(held.get()).isTrue();
            assertThat(archive.ask(_ -> true).get()).isTrue();
        }
        assertThat(outcomes).isEmpty();
    }

    @Test
    void aStoreFailureIsOneSentence() {
        StoreFailure failure =
                new StoreFailure(StoreFailure.Kind.LASTING, "there is no historian.db here");

        assertThat(TrendAsker.sentence(new java.util.concurrent.CompletionException(failure)))
                .isEqualTo("there is no historian.db here");
    }
}
