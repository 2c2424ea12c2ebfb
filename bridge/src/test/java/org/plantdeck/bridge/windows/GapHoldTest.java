package org.plantdeck.bridge.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Windows in which a number is missing, as after a broker was away. */
class GapHoldTest {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final WindowRule RULE =
            new WindowRule(
                    Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(2), PATIENCE);

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private RunWindows windows = new RunWindows(RULE, now);
    private final List<Integer> sizes = new ArrayList<>();

    private Taking take(FactorySource source, long second) {
        Taking taking = windows.take(Sample.of(FactoryReadings.at("run", source, second)), now);
        close();
        return taking;
    }

    private void takeAll(long from, long to) {
        for (long second = from; second < to; second++) {
            for (FactorySource source : FactorySource.values()) {
                take(source, second);
            }
        }
    }

    private void pass(Duration wall) {
        now = now.plus(wall);
        close();
    }

    private void close() {
        windows.closeDue(now).forEach(window -> sizes.add(window.samples().size()));
    }

    private void takeAllButOne(long to) {
        takeAll(0, 8);
        take(FactorySource.ENERGY, 8);
        take(FactorySource.ENVIRONMENT, 8);
        takeAll(9, to);
    }

    @Test
    void aGapHoldsWindowsOpenUntilItIsFilled() {
        takeAllButOne(33);
        pass(Duration.ofSeconds(5));
        assertThat(sizes).isEmpty();

        assertThat(take(FactorySource.LINE, 8)).isEqualTo(Taking.USED);
        assertThat(sizes).containsExactly(30, 30, 30);
    }

    @Test
    void aGapThatIsNotFilledHoldsNoLongerThanThePatience() {
        takeAllButOne(13);
        pass(PATIENCE.minusMillis(1));
        assertThat(sizes).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(sizes).containsExactly(29);

        takeAll(13, 23);
        assertThat(sizes).containsExactly(29, 30);
        assertThat(take(FactorySource.LINE, 8)).isEqualTo(Taking.LATE);
    }

    @Test
    void aGapKeptFromBeforeIsWaitedForAnew() {
        takeAllButOne(13);
        Map<FactorySource, SourceState> kept = windows.changedSources();
        RunWindows again = new RunWindows(RULE, now, WindowPosition.FIRST, kept);
        for (long second = 0; second < 13; second++) {
            for (FactorySource source : FactorySource.values()) {
                if (source != FactorySource.LINE || second != 8) {
                    again.putBack(Sample.of(FactoryReadings.at("run", source, second)));
                }
            }
        }
        windows = again;
        pass(Duration.ofSeconds(5));
        assertThat(sizes).isEmpty();

        assertThat(take(FactorySource.LINE, 8)).isEqualTo(Taking.USED);
        assertThat(sizes).containsExactly(30);
    }
}
