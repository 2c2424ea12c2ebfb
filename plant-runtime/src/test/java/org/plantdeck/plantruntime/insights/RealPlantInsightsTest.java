package org.plantdeck.plantruntime.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.plantdeck.cloudanalytics.insights.Evidence;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.insights.InsightKind;
import org.plantdeck.plcsim.physics.Fault;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What the analytics says of the plant itself, through PLCs and bridge: nothing without cause. */
@Execution(ExecutionMode.CONCURRENT)
class RealPlantInsightsTest {

    /** Standstills and the night are judged a block at a time. */
    private static final Duration BLOCK = Duration.ofMinutes(5);

    /** The newest window is open still, and the one before waits for late readings. */
    private static final int WINDOWS_TO_COME = 2;

    @TempDir Path directory;

    @Test
    void aHealthyWeekGivesNoInsight() throws InterruptedException {
        Story week = WatchedPlant.live(directory, Duration.ofDays(7));
        assertThat(week.insights()).isEmpty();
        assertThat(week.published()).isEmpty();
        assertThat(week.wholeWindows()).isEqualTo(windows(Duration.ofDays(7)));
        assertThat(week.kpis().line().bottles()).isBetween(7 * 75_000L, 7 * 88_000L);
    }

    @Test
    void aLeakIsSaidAfterThreeStandstillsAndTakenBackOnceItIsMended() throws InterruptedException {
        Duration onset = Duration.ofHours(15);
        Duration mended = Duration.ofHours(29);
        Duration life = Duration.ofHours(35);
        Story story = WatchedPlant.live(directory, life, Fault.parse("compressor-leak::15h:14h"));
        Insight leak = only(story, InsightKind.COMPRESSOR_LEAK);
        assertThat(story.steps())
                .containsExactly("compressor-leak opened", "compressor-leak closed");
        assertThat(story.wholeWindows()).isEqualTo(windows(life));
        assertThat(since(story, leak.raisedAt())).isBetween(onset, mended);
        assertThat(leak.closedAt()).isPresent();
        assertThat(since(story, leak.closedAt().orElseThrow())).isBetween(mended, life);
        Evidence evidence = leak.evidence();
        assertThat(evidence.tag()).isEqualTo("factory/energy/compressor.air_flow");
        assertThat(since(story, evidence.from())).isBetween(onset, mended);
        assertThat(since(story, evidence.to())).isBetween(onset, mended);
        double lost = number(evidence, "measured") - number(evidence, "baseline");
        assertThat(lost).as("m³/h").isCloseTo(75, within(2.0));
        assertThat(number(evidence, "baseline")).as("m³/h").isCloseTo(23.25, within(1.0));
        assertThat(evidence.numbers().text("baseline_source")).isEqualTo("learned");
    }

    @Test
    void deadCapacitorsAreSaidAndNothingElse() throws InterruptedException {
        Insight dead = soonAfter("capacitor-failure", InsightKind.CAPACITOR_FAILURE);
        assertThat(dead.evidence().tag()).isEqualTo("factory/energy/capacitor.power");
        assertThat(number(dead.evidence(), "baseline")).as("kvar").isCloseTo(10, within(0.2));
        assertThat(number(dead.evidence(), "stages")).isEqualTo(4);
        assertThat(number(dead.evidence(), "ratio")).as("one of four").isCloseTo(0.25, within(.02));
    }

    @Test
    void aCloggedFilterIsSaidAndNothingElse() throws InterruptedException {
        Insight clogged = soonAfter("clogged-filter", InsightKind.CLOGGED_FILTER);
        assertThat(clogged.evidence().tag()).isEqualTo("factory/environment/ahu.filter_pressure");
        assertThat(number(clogged.evidence(), "baseline")).isCloseTo(10.87, within(0.2));
        assertThat(number(clogged.evidence(), "ratio")).as("300 % more").isCloseTo(4, within(.1));
    }

    /** A fault after eight sound hours, and the two hours after it: it is said, and stays so. */
    private Insight soonAfter(String fault, InsightKind kind) throws InterruptedException {
        Duration onset = Duration.ofHours(8);
        Duration life = Duration.ofHours(10);
        Story story = WatchedPlant.live(directory, life, Fault.parse(fault + "::8h"));
        Insight said = only(story, kind);
        assertThat(story.steps()).containsExactly(fault + " opened");
        assertThat(story.wholeWindows()).isEqualTo(windows(life));
        assertThat(said.isOpen()).isTrue();
        assertThat(since(story, said.raisedAt()))
                .isBetween(onset, onset.plus(BLOCK.multipliedBy(4)));
        assertThat(since(story, said.evidence().from())).isBetween(onset, life);
        assertThat(said.evidence().numbers().text("baseline_source")).isEqualTo("learned");
        return said;
    }

    private static Insight only(Story story, InsightKind kind) {
        assertThat(story.insights()).extracting(Insight::kind).containsExactly(kind);
        return story.insights().getFirst();
    }

    private static long windows(Duration life) {
        return life.dividedBy(WatchedPlant.INTERVAL) - WINDOWS_TO_COME;
    }

    private static Duration since(Story story, Instant time) {
        return Duration.between(story.life().from(), time);
    }

    private static double number(Evidence evidence, String name) {
        return evidence.numbers().number(name).orElseThrow();
    }
}
