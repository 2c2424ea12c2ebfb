package org.plantdeck.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.DeskOpening;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.signal.FactorySource;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * A closed screen leaves no subscription, no waiting question and no memory behind, while the plant
 * speaks and hours of history are asked for.
 */
@ExtendWith(Headless.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenMemoryTest {

    private static final int FIRST_TIMES = 40;
    private static final int TIMES = 200;

    /** Two hundred screens take ten times as much at least. */
    private static final long GROWTH_BYTES = 4_000_000;

    private final FakeDesk fake;
    private final List<WeakReference<Object>> left = new ArrayList<>();
    private Desk desk;

    ScreenMemoryTest(FakeDesk fake) {
        this.fake = fake;
    }

    static List<ScreenKind> screens() {
        return DeskScreens.ALL;
    }

    @BeforeAll
    void openTheDesk() {
        desk = DeskOpening.open(fake.plant(), Toolkit.SCREEN);
        Await.until("both links", () -> isUp(desk.live().now()));
        // What one subscriber has heard stays known to the desk.
        try (var _ = desk.live().open(EnumSet.allOf(Feed.class), new LiveListener() {})) {
            // what is said before the broker has heard of the subscription is not for it
            for (int said = 0; said < 20 && !isHeard(desk.live().now()); said++) {
                fake.speaks();
            }
            Await.until("the readings", () -> isHeard(desk.live().now()));
        }
    }

    private static boolean isUp(Snapshot now) {
        return now.local().isUp() && now.cloud().isUp();
    }

    private static boolean isHeard(Snapshot now) {
        return now.window().isPresent()
                && Arrays.stream(FactorySource.values()).allMatch(it -> now.count(it) > 0);
    }

    @AfterAll
    void closeTheDesk() {
        Headless.onScreen(desk::close);
    }

    private void openAndClose(ScreenKind kind, int times) {
        for (int i = 0; i < times; i++) {
            Headless.onScreen(() -> {
                Screen screen = kind.open(desk, List.of());
                screen.furnishing().forEach(Runnable::run);
                screen.show(desk.live().now());
                left.add(new WeakReference<>(screen));
                left.add(new WeakReference<>(screen.node()));
                screen.close();
            });
        }
    }

    /** Every screen is gone; what is used now is used for good. */
    private long bytesInUse(ScreenKind kind) {
        Await.until(
                "the end of every closed " + kind.word(),
                () -> {
                    System.gc();
                    left.removeIf(it -> it.refersTo(null));
                    return left.isEmpty();
                });
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void aScreenThatWasOpenTwoHundredTimesLeavesNothingBehind(ScreenKind kind) {
        int subscriptions = desk.live().openSubscriptions();
        openAndClose(kind, FIRST_TIMES);
        long before = bytesInUse(kind);
        openAndClose(kind, TIMES - FIRST_TIMES);
        assertThat(bytesInUse(kind) - before).as("growth, bytes").isLessThan(GROWTH_BYTES);
        assertThat(desk.live().openSubscriptions())
                .as("open subscriptions")
                .isEqualTo(subscriptions);
    }
}
