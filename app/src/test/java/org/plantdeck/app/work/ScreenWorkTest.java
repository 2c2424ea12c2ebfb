package org.plantdeck.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plantdeck.app.door.Door;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class ScreenWorkTest {

    private final AtomicInteger passes = new AtomicInteger();
    private final Door door =
            new Door(pass -> {
                pass.run();
                passes.incrementAndGet();
            });
    private final ScreenWork work = new ScreenWork("test", door);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        work.close();
        door.close();
    }

    private void act(String outcome) {
        work.act(() -> () -> heard.add(outcome), heard::add);
    }

    @Test
    void actsAreToldInTheirOrderAndSoIsWhyOneCouldNotBeDone() {
        act("first");
        work.act(
                () -> {
                    throw new SettingsFailure("no room");
                },
                heard::add);
        work.act(
                () -> {
                    throw new IllegalStateException("a bug");
                },
                heard::add);
        act("last");

        Await.until("four outcomes", () -> heard.size() == 4);
        assertThat(heard)
                .containsExactly(
                        "first",
                        "no room",
                        "This failed for a reason of the program; the log has it.",
                        "last");
    }

    @Test
    void whatIsUnderWayWhenTheScreenIsLeftIsDoneAndNotTold() {
        CountDownLatch left = new CountDownLatch(1);
        work.act(
                () -> {
                    await(left);
                    return () -> heard.add("told");
                },
                heard::add);

        work.close();
        left.countDown();

        Await.until("the end of the act", () -> passes.get() == 1);
        assertThat(heard).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
