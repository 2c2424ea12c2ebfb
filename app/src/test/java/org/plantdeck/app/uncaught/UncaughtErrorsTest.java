package org.plantdeck.app.uncaught;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.FakeClock;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What is done with errors that nobody has caught. */
class UncaughtErrorsTest {

    private final RuntimeException repeated = one("a");

    private final Logger log = (Logger) LoggerFactory.getLogger(UncaughtErrors.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final List<List<UncaughtError>> shown = new ArrayList<>();
    private final UncaughtErrors errors =
            new UncaughtErrors(screen::add, new FakeClock(), shown::add);

    @BeforeEach
    void watchTheLog() {
        lines.start();
        log.addAppender(lines);
        log.setAdditive(false);
    }

    @AfterEach
    void leaveTheLog() {
        log.detachAppender(lines);
        log.setAdditive(true);
    }

    private static RuntimeException one(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException other() {
        return new UnsupportedOperationException("other");
    }

    private void comes(Throwable error) {
        errors.uncaughtException(Thread.currentThread(), error);
    }

    private void screenRuns() {
        while (!screen.isEmpty()) {
            screen.remove().run();
        }
    }

    @Test
    void anErrorIsLoggedWithItsCauseAndShownOnTheScreensThread() {
        comes(one("first"));
        assertThat(shown).isEmpty();
        screenRuns();

        UncaughtError error = shown.getFirst().getFirst();
        assertThat(error.summary()).isEqualTo("java.lang.IllegalStateException: first");
        assertThat(error.details()).contains("\tat " + UncaughtErrorsTest.class.getName());
        assertThat(error.count()).isEqualTo(1);
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.getFirst().getThrowableProxy().getMessage()).isEqualTo("first");
    }

    @Test
    void theSameErrorOnlyCountsUpAndTheLogHearsOfEachDoubling() {
        for (int i = 0; i < 100; i++) {
            comes(one("number " + i));
        }
        assertThat(screen).hasSize(1);
        screenRuns();

        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst()).hasSize(1);
        assertThat(shown.getFirst().getFirst().count()).isEqualTo(100);
        assertThat(lines.list).hasSize(7);
    }

    @Test
    void theErrorThatCameLastIsTheOneToSpeakOf() {
        for (RuntimeException each : List.of(repeated, other(), repeated)) {
            comes(each);
        }
        screenRuns();

        assertThat(shown.getLast())
                .extracting(UncaughtError::summary)
                .containsExactly(
                        "java.lang.UnsupportedOperationException: other",
                        "java.lang.IllegalStateException: a");
    }

    @Test
    void aDialogThatFailsIsGivenUpAndCallsForNoOther() {
        List<String> attempts = new ArrayList<>();
        UncaughtErrors[] itself = new UncaughtErrors[1];
        itself[0] =
                new UncaughtErrors(
                        screen::add,
                        new FakeClock(),
                        _ -> {
                            attempts.add("shown");
                            itself[0].uncaughtException(Thread.currentThread(), one("within"));
                            throw new StackOverflowError("no dialog");
                        });
        itself[0].uncaughtException(Thread.currentThread(), other());
        screen.remove().run();
        itself[0].uncaughtException(Thread.currentThread(), one("later"));
        screenRuns();

        assertThat(attempts).hasSizeLessThanOrEqualTo(2);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getMessage)
                .contains("The error could not be shown; no other will be");
    }

    @Test
    void errorsOfMoreKindsThanAnybodyReadsAreCountedTogether() {
        for (int i = 0; i < UncaughtErrors.MOST_KINDS + 10; i++) {
            RuntimeException kind = one("kind");
            kind.setStackTrace(
                    new StackTraceElement[] {new StackTraceElement("C", "m", "C.java", i)});
            comes(kind);
        }
        screenRuns();

        assertThat(shown.getLast()).hasSize(UncaughtErrors.MOST_KINDS + 1);
        assertThat(shown.getLast().getLast().count()).isEqualTo(10);
    }

    @Test
    void whatCannotEvenBeTakenEndsThere() {
        UncaughtErrors full =
                new UncaughtErrors(
                        _ -> {
                            throw new IllegalStateException("the screen is gone");
                        },
                        new FakeClock(),
                        shown::add);
        full.uncaughtException(Thread.currentThread(), one("a"));

        assertThat(shown).isEmpty();
    }
}
