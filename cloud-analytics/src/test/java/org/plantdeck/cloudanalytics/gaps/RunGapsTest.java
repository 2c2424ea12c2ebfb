package org.plantdeck.cloudanalytics.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.ResendRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

class RunGapsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final GapPolicy POLICY =
            new GapPolicy(
                    3, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(20), 3);

    private final RunGaps gaps = new RunGaps("r", POLICY);
    private Instant now = NOON;

    private boolean arrive(long sequence) {
        return gaps.arrived(sequence, now);
    }

    private void arrive(long first, long last) {
        LongStream.rangeClosed(first, last).forEach(this::arrive);
    }

    private List<ResendRequest> dueAfter(long seconds) {
        now = now.plusSeconds(seconds);
        return gaps.due(now, 100);
    }

    private static ResendRequest request(long from, long to) {
        return new ResendRequest("r", from, to);
    }

    @Test
    void anUnbrokenRunAsksForNothing() {
        arrive(1, 50);

        assertThat(gaps.missing()).isEmpty();
        assertThat(gaps.settled()).isEqualTo(50);
        assertThat(dueAfter(1000)).isEmpty();
    }

    @Test
    void aWindowIsNewOnce() {
        assertThat(arrive(1)).isTrue();
        assertThat(arrive(1)).isFalse();
        assertThat(arrive(4)).isTrue();
        assertThat(arrive(2)).isTrue();
        assertThat(arrive(2)).isFalse();
    }

    @Test
    void windowsThatOvertakeEachOtherAskForNothing() {
        arrive(1);
        arrive(3);
        arrive(4);
        assertThat(dueAfter(1)).isEmpty();
        arrive(2);

        assertThat(gaps.missing()).isEmpty();
        assertThat(dueAfter(1000)).isEmpty();
    }

    @Test
    void aGapThatEnoughWindowsHavePassedIsAskedForOnce() {
        arrive(1, 2);
        arrive(6, 8);

        assertThat(dueAfter(0)).containsExactly(request(3, 5));
        assertThat(dueAfter(4)).isEmpty();
    }

    @Test
    void aGapIsAskedForAfterTheGraceWhereNothingFollows() {
        arrive(1, 2);
        arrive(6);

        assertThat(dueAfter(9)).isEmpty();
        assertThat(dueAfter(1)).containsExactly(request(3, 5));
    }

    @Test
    void whatIsMissingBeforeTheFirstWindowIsAskedFor() {
        arrive(101, 104);

        assertThat(dueAfter(0)).containsExactly(request(1, 100));
    }

    @Test
    void aRequestIsRepeatedMoreAndMoreRarelyAndThenTheGapIsLost() {
        arrive(1, 2);
        arrive(6, 9);
        assertThat(dueAfter(0)).containsExactly(request(3, 5));
        assertThat(dueAfter(5)).containsExactly(request(3, 5));
        assertThat(dueAfter(5)).isEmpty();
        assertThat(dueAfter(5)).containsExactly(request(3, 5));
        assertThat(gaps.settled()).isEqualTo(2);
        assertThat(dueAfter(19)).isEmpty();
        assertThat(gaps.missing()).containsExactly(new MissingRange(3, 5, false));

        assertThat(dueAfter(1)).isEmpty();
        assertThat(gaps.missing()).containsExactly(new MissingRange(3, 5, true));
        assertThat(gaps.settled()).isEqualTo(9);
        assertThat(POLICY.lostAfter()).isEqualTo(Duration.ofSeconds(5 + 10 + 20));
    }

    @Test
    void anAnswerThatComesInPiecesIsNotAskedForAgainMeanwhile() {
        arrive(1);
        arrive(10, 13);
        assertThat(dueAfter(0)).containsExactly(request(2, 9));
        now = now.plusSeconds(4);
        arrive(2, 5);
        assertThat(dueAfter(4)).isEmpty();
        arrive(6, 8);

        assertThat(dueAfter(4)).isEmpty();
        assertThat(dueAfter(1)).containsExactly(request(9, 9));
    }

    @Test
    void aLostWindowThatComesAfterAllIsNew() {
        arrive(1);
        arrive(3, 6);
        dueAfter(0);
        dueAfter(5);
        dueAfter(10);
        dueAfter(20);
        assertThat(gaps.missing()).containsExactly(new MissingRange(2, 2, true));

        assertThat(arrive(2)).isTrue();
        assertThat(gaps.missing()).isEmpty();
    }

    @Test
    void aGapThatWasOpenBeforeARestartIsAskedForAtOnceAndALostOneIsNot() {
        List<MissingRange> missing =
                List.of(new MissingRange(3, 4, true), new MissingRange(7, 8, false));
        RunGaps restored = RunGaps.restored("r", POLICY, 20, 0, missing);

        assertThat(restored.due(NOON, 100)).containsExactly(request(7, 8));
        assertThat(restored.missing()).isEqualTo(missing);
        assertThat(restored.settled()).isEqualTo(6);
    }

    @Test
    void aBridgeThatComesBackIsAskedAgainFromTheFirstTry() {
        arrive(1);
        arrive(3, 6);
        dueAfter(0);
        dueAfter(5);
        assertThat(dueAfter(10)).hasSize(1);

        now = now.plusSeconds(3600);
        gaps.askAnew(now);

        assertThat(dueAfter(0)).containsExactly(request(2, 2));
        assertThat(dueAfter(5)).containsExactly(request(2, 2));
    }

    @Test
    void whatRetentionRemovedIsNoLongerWaitedFor() {
        arrive(1);
        arrive(5, 6);
        arrive(9, 12);

        gaps.settleThrough(7);

        assertThat(gaps.missing()).containsExactly(new MissingRange(8, 8, false));
        assertThat(arrive(3)).isFalse();
        assertThat(arrive(8)).isTrue();
    }

    @Test
    void moreGapsThanCanBeRememberedGoUnderTheFloorOldestFirst() {
        for (long sequence = 2; sequence <= 2L * RunGaps.RANGES_MAX + 4; sequence += 2) {
            arrive(sequence);
        }

        assertThat(gaps.missing()).hasSize(RunGaps.RANGES_MAX);
        assertThat(gaps.floor()).isEqualTo(3);
        assertThat(arrive(1)).isFalse();
    }

    @Test
    void aLongGapIsAskedForInStretchesBecauseABridgeAnswersOnlySoFar() {
        arrive(1);
        arrive(12_002, 12_005);

        assertThat(dueAfter(0))
                .containsExactly(request(2, 2001), request(2002, 7001), request(7002, 12_001));
    }

    @Test
    void aJumpToTheHighestNumberLosesNothingOfWhatFollows() {
        arrive(1);
        arrive(Long.MAX_VALUE);

        assertThat(gaps.missing()).hasSize(RunGaps.STRETCHES_MAX);
        assertThat(gaps.missing().stream().mapToLong(MissingRange::size).sum())
                .isEqualTo(Long.MAX_VALUE - 2);
        assertThat(arrive(2)).isTrue();
        assertThat(gaps.settled()).isEqualTo(2);
    }
}
