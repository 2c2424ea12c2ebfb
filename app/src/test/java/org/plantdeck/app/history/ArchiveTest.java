package org.plantdeck.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(30)
class ArchiveTest {

    private final AtomicInteger opened = new AtomicInteger();
    private final Archive<AutoCloseable> archive =
            new Archive<>(
                    "archive-test",
                    () -> {
                        opened.incrementAndGet();
                        return () -> {};
                    });

    @AfterEach
    void close() {
        archive.close();
    }

    /** Keeps the thread busy until the latch is open. */
    private CompletableFuture<String> hold(CountDownLatch until) {
        return archive.ask(_ -> {
            until.await();
            return "held";
        });
    }

    @Test
    void questionsAreAnsweredInTheOrderTheyWereAsked() {
        List<Integer> answered = new ArrayList<>();
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            all.add(archive.ask(_ -> answered.add(number)));
        }
        all.forEach(CompletableFuture::join);

        assertThat(answered).isSorted().hasSize(20);
        assertThat(opened).hasValue(1);
    }

    @Test
    void aQuestionThatFailsTellsWhyAndTheNextOpensTheDatabaseAnew() {
        CompletableFuture<Void> bad =
                archive.ask(_ -> {
                    throw new IOException("no such table");
                });
        assertThatThrownBy(bad::get).hasRootCauseMessage("no such table");

        assertThat(archive.ask(_ -> 7).join()).isEqualTo(7);
        assertThat(opened).hasValue(2);
    }

    @Test
    void whoLeavesTakesHisWaitingQuestionsAlongAndNobodyElses() {
        Archive<AutoCloseable> leaving = archive.forOne();
        Archive<AutoCloseable> staying = archive.forOne();
        CountDownLatch busy = new CountDownLatch(1);
        var held = hold(busy);
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<Integer> gone = leaving.ask(_ -> asked.incrementAndGet());
        CompletableFuture<Integer> kept = staying.ask(_ -> 8);

        leaving.close();
        busy.countDown();

        assertThat(held.join()).isEqualTo("held");
        assertThat(kept.join()).isEqualTo(8);
        assertThat(asked).hasValue(0);
        assertThat(gone).isNotDone();
        assertThat(leaving.ask(_ -> asked.incrementAndGet())).isNotDone();
        assertThat(archive.ask(_ -> 9).join()).as("the database stays open").isEqualTo(9);
        assertThat(opened).hasValue(1);
        assertThat(asked).hasValue(0);
    }

    @Test
    void whoAsksFasterThanTheDatabaseAnswersIsTold() {
        CountDownLatch busy = new CountDownLatch(1);
        Archive<AutoCloseable> eager = archive.forOne();
        var held = hold(busy);
        List<CompletableFuture<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < Archive.MOST_WAITING; i++) {
            waiting.add(eager.ask(_ -> 1));
        }
        CompletableFuture<Integer> tooMuch = eager.ask(_ -> 1);

        assertThat(tooMuch).isCompletedExceptionally();
        assertThatThrownBy(tooMuch::get).hasMessageContaining("256 questions wait");
        busy.countDown();
        assertThat(held.join()).isEqualTo("held");
        waiting.forEach(it -> assertThat(it.join()).isEqualTo(1));
    }
}
