package org.plantdeck.bridge.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.signal.FactorySource.ENERGY;
import static org.plantdeck.signal.FactorySource.ENVIRONMENT;
import static org.plantdeck.signal.FactorySource.LINE;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class RunWindowsTest {

    private static final WindowRule RULE =
            new WindowRule(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ZERO);
    private static final Instant WALL = Instant.parse("2026-11-21T12:00:00Z");

    private Instant now = WALL;
    private final RunWindows windows = new RunWindows(RULE, now);
    private final List<ClosedWindow> closed = new ArrayList<>();

    private Taking take(FactorySource source, long second) {
        Taking taking = windows.take(sample(source, second), now);
        closed.addAll(windows.closeDue(now));
        return taking;
    }

    private void takeAll(long from, long to) {
        for (long second = from; second < to; second++) {
            for (FactorySource source : FactorySource.values()) {
                take(source, second);
            }
        }
    }

    private static Sample sample(FactorySource source, long second) {
        return Sample.of(FactoryReadings.at("run", source, second));
    }

    private void pass(Duration wallTime) {
        now = now.plus(wallTime);
        closed.addAll(windows.closeDue(now));
    }

    private List<String> told() {
        return closed.stream()
                .map(window ->
                        window.sequence()
                                + " at "
                                + (window.startMillis() - FactoryReadings.START.toEpochMilli())
                                        / 1000
                                + " with "
                                + window.samples().size())
                .toList();
    }

    @Test
    void aWindowClosesTwoSecondsOfEventTimeAfterItsEnd() {
        takeAll(0, 12);
        assertThat(closed).isEmpty();
        takeAll(12, 13);
        assertThat(told()).containsExactly("1 at 0 with 30");
    }

    @Test
    void windowsLieOnMultiplesOfTheIntervalWhereverTheReadingsBegin() {
        takeAll(17, 33);
        assertThat(told()).containsExactly("1 at 10 with 9", "2 at 20 with 30");
    }

    @Test
    void theEndOfAWindowBelongsToTheNext() {
        takeAll(0, 23);
        assertThat(closed.getFirst().samples())
                .allMatch(sample -> sample.timeMillis() < closed.getFirst().endMillis());
        assertThat(closed.get(1).samples().getFirst().timeMillis())
                .isEqualTo(closed.getFirst().endMillis());
    }

    @Test
    void aSourceThatIsBehindHoldsTheWindowOpen() {
        takeAll(0, 5);
        for (long second = 5; second < 40; second++) {
            take(LINE, second);
            take(ENERGY, second);
        }
        assertThat(closed).isEmpty();
        for (long second = 5; second < 40; second++) {
            take(ENVIRONMENT, second);
        }
        assertThat(told()).containsExactly("1 at 0 with 30", "2 at 10 with 30", "3 at 20 with 30");
    }

    @Test
    void aSourceThatFallsSilentHoldsTheWindowNoLongerThanTheSilence() {
        takeAll(0, 5);
        now = now.plusMillis(1500);
        for (long second = 5; second < 13; second++) {
            take(LINE, second);
            take(ENERGY, second);
        }
        pass(Duration.ofMillis(500));
        assertThat(closed).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(told()).containsExactly("1 at 0 with 25");
    }

    @Test
    void aSourceThatHasNeverDeliveredHoldsTheWindowNoLongerThanTheSilence() {
        for (long second = 0; second < 13; second++) {
            take(LINE, second);
        }
        assertThat(closed).isEmpty();
        now = now.plusSeconds(2);
        take(LINE, 13);
        pass(Duration.ofMillis(1));
        assertThat(told()).containsExactly("1 at 0 with 10");
    }

    @Test
    void aPauseOfEverybodyIsNotTakenForTheSilenceOfOne() {
        takeAll(0, 5);
        now = now.plusSeconds(60);
        for (long second = 5; second < 40; second++) {
            take(LINE, second);
        }
        assertThat(closed).isEmpty();
        for (long second = 5; second < 13; second++) {
            take(ENERGY, second);
            take(ENVIRONMENT, second);
        }
        assertThat(told()).containsExactly("1 at 0 with 30");
    }

    @Test
    void whenEverybodyIsSilentTheNewestReadingDecides() {
        takeAll(0, 11);
        take(LINE, 11);
        take(LINE, 12);
        pass(Duration.ofSeconds(3));
        assertThat(told()).containsExactly("1 at 0 with 30");
    }

    @Test
    void aReadingOfAClosedWindowIsLate() {
        takeAll(0, 5);
        takeAll(6, 13);
        assertThat(take(LINE, 5)).isEqualTo(Taking.LATE);
        takeAll(13, 23);
        assertThat(told()).containsExactly("1 at 0 with 27", "2 at 10 with 30");
    }

    @Test
    void aReadingIsUsedOnceHoweverOftenItComes() {
        takeAll(0, 11);
        assertThat(take(LINE, 3)).isEqualTo(Taking.REPEATED);
        takeAll(11, 13);
        assertThat(take(LINE, 3)).isEqualTo(Taking.REPEATED);
        assertThat(told()).containsExactly("1 at 0 with 30");
    }

    @Test
    void aLateReadingThatComesOnceMoreIsRepeated() {
        takeAll(0, 5);
        takeAll(6, 13);
        take(LINE, 5);
        assertThat(take(LINE, 5)).isEqualTo(Taking.REPEATED);
    }

    @Test
    void numbersPassedOverAreMissingUntilTheyCome() {
        takeAll(0, 3);
        take(LINE, 8);
        assertThat(windows.missing()).isEqualTo(5);
        assertThat(take(LINE, 5)).isEqualTo(Taking.USED);
        assertThat(windows.missing()).isEqualTo(4);
    }

    @Test
    void aStretchWithoutReadingsIsToldAsEmptyWindows() {
        takeAll(0, 13);
        takeAll(45, 53);
        assertThat(told())
                .containsExactly(
                        "1 at 0 with 30",
                        "2 at 10 with 9",
                        "3 at 20 with 0",
                        "4 at 30 with 0",
                        "5 at 40 with 15");
    }

    @Test
    void anHourWithoutReadingsIsStillTold() {
        takeAll(0, 10);
        takeAll(3610, 3623);
        assertThat(closed).hasSize(362).last().extracting(ClosedWindow::sequence).isEqualTo(362L);
        assertThat(closed).noneMatch(ClosedWindow::afterSkip);
    }

    @Test
    void aLongerStretchIsSkippedWithoutAGapInTheNumbers() {
        takeAll(0, 10);
        takeAll(90_000, 90_023);
        assertThat(told())
                .containsExactly("1 at 0 with 30", "2 at 90000 with 30", "3 at 90010 with 30");
        assertThat(closed).extracting(ClosedWindow::afterSkip).containsExactly(false, true, false);
    }

    @Test
    void theOrderOfArrivalDoesNotChangeAWindow() {
        List<Sample> samples = new ArrayList<>();
        for (long second = 0; second < 10; second++) {
            for (FactorySource source : FactorySource.values()) {
                samples.add(sample(source, second));
            }
        }
        List<Sample> inOrder = closedOf(samples);
        Collections.shuffle(samples, new Random(7));
        assertThat(closedOf(samples)).isEqualTo(inOrder);
    }

    private static List<Sample> closedOf(List<Sample> samples) {
        RunWindows windows = new RunWindows(RULE, WALL);
        samples.forEach(sample -> windows.take(sample, WALL));
        return windows.closeAll().getFirst().samples();
    }

    @Test
    void theEndOfARunClosesEveryWindowUpToTheNewestReading() {
        takeAll(0, 11);
        closed.addAll(windows.closeAll());
        assertThat(told()).containsExactly("1 at 0 with 30", "2 at 10 with 3");
        assertThat(windows.hasOpen()).isFalse();
    }

    @Test
    void aRunContinuesFromWhatWasKept() {
        takeAll(0, 14);
        Map<FactorySource, SourceState> sources = new EnumMap<>(windows.changedSources());
        RunWindows again = new RunWindows(RULE, now, windows.next(), sources);
        for (long second = 10; second < 14; second++) {
            for (FactorySource source : FactorySource.values()) {
                again.putBack(sample(source, second));
            }
        }
        assertThat(again.take(sample(LINE, 13), now)).isEqualTo(Taking.REPEATED);
        assertThat(again.through(now)).contains(FactoryReadings.START.plusSeconds(13));
        for (FactorySource source : FactorySource.values()) {
            again.take(sample(source, 22), now);
        }
        closed.addAll(again.closeDue(now));
        assertThat(told()).containsExactly("1 at 0 with 30", "2 at 10 with 12");
    }

    @Test
    void anotherIntervalBeginsAtItsNextMultiple() {
        WindowRule minutes =
                new WindowRule(
                        Duration.ofMinutes(1), Duration.ZERO, Duration.ofSeconds(2), Duration.ZERO);
        long start = FactoryReadings.START.plusSeconds(70).toEpochMilli();
        RunWindows again = new RunWindows(minutes, now, new WindowPosition(start, 8), Map.of());
        assertThat(again.next().startMillis())
                .isEqualTo(FactoryReadings.START.plusSeconds(120).toEpochMilli());
    }

    @Test
    void noMoreThanAThousandWindowsStayOpen() {
        take(ENERGY, 0);
        for (long i = 0; i < WindowRule.OPEN_MAX + 5; i++) {
            take(LINE, 10 * i);
        }
        assertThat(closed).hasSize(5);
    }

    @Test
    void progressIsThatOfTheSlowestSourceThatDelivers() {
        assertThat(windows.through(now)).isEmpty();
        takeAll(0, 5);
        take(LINE, 20);
        assertThat(windows.through(now)).contains(FactoryReadings.START.plusSeconds(4));
        assertThat(windows.through(now.plusSeconds(3)))
                .contains(FactoryReadings.START.plusSeconds(20));
    }
}
