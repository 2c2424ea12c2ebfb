package org.plantdeck.app.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class DoorTest {

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Door door = new Door(screen::add);
    private final List<String> shown = new ArrayList<>();

    @AfterEach
    void close() {
        door.close();
    }

    /** Runs the task that is handed to the screen's thread next. */
    private void pass() throws InterruptedException {
        Runnable task = screen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(task).as("a task for the screen's thread").isNotNull();
        task.run();
    }

    private void newest(String key, String value) {
        door.newest(key, () -> shown.add(key + " " + value));
    }

    private boolean event(String name) {
        return door.event(() -> shown.add(name));
    }

    @Test
    void onlyTheNewestOfEachKeyIsShown() throws Exception {
        newest("pressure", "1.2");
        newest("speed", "104");
        newest("pressure", "1.3");
        pass();
        assertThat(shown).containsExactly("pressure 1.3", "speed 104");
    }

    @Test
    void everyEventCrossesInOrderAndBeforeTheValues() throws Exception {
        newest("speed", "104");
        event("one");
        event("two");
        event("two");
        event("three");
        pass();
        assertThat(shown).containsExactly("one", "two", "two", "three", "speed 104");
    }

    @Test
    void eachStepIsATaskOfItsOwnInItsTurn() throws Exception {
        door.step(() -> shown.add("one"));
        door.step(() -> {
            throw new IllegalStateException("cannot be shown");
        });
        door.step(() -> shown.add("three"));
        assertThat(screen).hasSize(3);
        pass();
        assertThat(shown).containsExactly("one");
        assertThatThrownBy(this::pass).hasMessage("cannot be shown");
        pass();
        assertThat(shown).containsExactly("one", "three");
    }

    @Test
    void eventsBeyondTheInboxAreDroppedAndCounted() throws Exception {
        for (int i = 0; i < Door.INBOX; i++) {
            assertThat(event("event " + i)).isTrue();
        }
        assertThat(event("one too many")).isFalse();
        assertThat(event("and another")).isFalse();
        assertThat(door.dropped()).isEqualTo(2);
        pass();
        assertThat(shown).hasSize(Door.INBOX).endsWith("event " + (Door.INBOX - 1));
        assertThat(event("there is room again")).isTrue();
        assertThat(door.dropped()).isEqualTo(2);
    }

    @Test
    void oneTaskWaitsHoweverMuchIsHandedIn() throws Exception {
        int tasks = 0;
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 100; i++) {
                newest("speed", round + "." + i);
                event("event");
            }
            pass();
            tasks++;
            assertThat(shown).hasSize(tasks * 101).endsWith("speed " + round + ".99");
        }
        assertThat(screen).isEmpty();
    }

    @Test
    void whatIsHandedInDuringAPassWaitsForTheNext() throws Exception {
        door.event(() -> {
            shown.add("first");
            event("second");
            newest("speed", "104");
        });
        pass();
        assertThat(shown).containsExactly("first");
        pass();
        assertThat(shown).containsExactly("first", "second", "speed 104");
    }

    @Test
    void aForgottenKeyIsNotShown() throws Exception {
        newest("speed", "104");
        newest("pressure", "1.2");
        door.forget("speed");
        pass();
        assertThat(shown).containsExactly("pressure 1.2");
    }

    @Test
    void aViewThatThrowsIsLoggedAndKeepsNobodyFromTheirs() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(Door.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        log.setAdditive(false);
        try {
            event("before");
            door.event(() -> {
                throw new IllegalStateException("a view fell over");
            });
            event("after");
            newest("speed", "104");
            pass();
        } finally {
            log.detachAppender(lines);
            log.setAdditive(true);
        }
        assertThat(shown).containsExactly("before", "after", "speed 104");
        assertThat(lines.list)
                .extracting(it -> it.getThrowableProxy().getMessage())
                .containsExactly("a view fell over");
    }

    @Test
    void theLongestPassIsToldOnce() throws Exception {
        assertThat(door.longestPass()).isEqualTo(Duration.ZERO);
        event("something");
        pass();
        assertThat(door.longestPass()).isPositive();
        assertThat(door.longestPass()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aClosedDoorLetsNothingThrough() {
        door.close();
        event("late");
        newest("speed", "104");
        assertThat(screen).isEmpty();
    }
}
