package org.plantdeck.cloudanalytics.insights;

import org.jspecify.annotations.Nullable;
import org.plantdeck.cloudanalytics.insights.InsightChange.Step;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Watches one cause over one run: collects windows to blocks, compares each block's coefficient
 * with the baseline, speaks after several blocks in a row and is content after several others.
 * Threads: one.
 */
final class Rule {

    /** An open insight is brought up to date when its ratio has moved by this much … */
    private static final double UPDATE_RATIO = 0.10;

    /** … or after this many blocks. */
    private static final int UPDATE_BLOCKS = 12;

    /** A stretch that does not end is judged after so much of it. */
    private static final Duration STRETCH_MAX = Duration.ofHours(12);

    private final Cause cause;
    private final InsightSettings.Limits limits;
    private final InsightSettings.Pace pace;
    private final Baseline baseline;
    private final Deque<Block> recent = new ArrayDeque<>();
    private Block current;
    private @Nullable Block lowest;
    private Duration judged = Duration.ZERO;
    private Duration settled = Duration.ZERO;
    private int beyondInARow;
    private int contentInARow;
    private int blocksSinceUpdate;
    private @Nullable Insight open;

    Rule(Cause cause, InsightSettings.Watch watch) {
        this.cause = cause;
        this.limits = watch.limits();
        this.pace = watch.pace();
        this.baseline = new Baseline(limits, pace.learnBlocks());
        this.current = new Block(cause.companions().size());
    }

    Optional<InsightChange> accept(AnalyticsWindow window) {
        if (cause.endsStretch(window.values())) {
            settled = Duration.ZERO;
            current = new Block(cause.companions().size());
            return judgeStretch(window);
        }
        Optional<Sample> sample = cause.sample(window.values());
        if (sample.isEmpty()) {
            settled = Duration.ZERO;
            return Optional.empty();
        }
        if (settled.compareTo(pace.settle()) < 0) {
            settled = settled.plus(Duration.between(window.start(), window.end()));
            return Optional.empty();
        }
        Sample taken = sample.get();
        double ratio = taken.measured() / taken.reference() / baseline.coefficient();
        current.add(window, taken, limits.beyond(ratio), cause.companions());
        if (current.duration().compareTo(pace.block()) < 0) {
            return Optional.empty();
        }
        Block block = current;
        current = new Block(cause.companions().size());
        return cause.isJudgedByStretch() ? keepLowest(block, window) : judge(block, window);
    }

    private Optional<InsightChange> keepLowest(Block block, AnalyticsWindow window) {
        if (lowest == null || block.coefficient() < lowest.coefficient()) {
            lowest = block;
        }
        judged = judged.plus(block.duration());
        return judged.compareTo(STRETCH_MAX) < 0 ? Optional.empty() : judgeStretch(window);
    }

    private Optional<InsightChange> judgeStretch(AnalyticsWindow window) {
        Block block = lowest;
        lowest = null;
        judged = Duration.ZERO;
        return block == null ? Optional.empty() : judge(block, window);
    }

    private Optional<InsightChange> judge(Block block, AnalyticsWindow window) {
        baseline.learn(block);
        recent.addLast(block);
        if (recent.size() > pace.raiseBlocks()) {
            recent.removeFirst();
        }
        double ratio = block.coefficient() / baseline.coefficient();
        beyondInARow = limits.beyond(ratio) ? beyondInARow + 1 : 0;
        contentInARow = limits.content(ratio) ? contentInARow + 1 : 0;
        if (open == null) {
            return beyondInARow >= pace.raiseBlocks()
                    ? Optional.of(raise(window))
                    : Optional.empty();
        }
        if (contentInARow >= pace.closeBlocks()) {
            return close(window.end());
        }
        blocksSinceUpdate++;
        return contentInARow == 0 && isOutOfDate(open)
                ? Optional.of(update(open))
                : Optional.empty();
    }

    private InsightChange raise(AnalyticsWindow window) {
        String id = cause.kind().word() + "-" + window.run() + "-" + window.sequence();
        Insight raised = insight(id, window.run(), window.end());
        open = raised;
        blocksSinceUpdate = 0;
        return new InsightChange(Step.OPENED, raised);
    }

    private boolean isOutOfDate(Insight insight) {
        double reported = insight.evidence().numbers().number("ratio").orElse(1);
        return blocksSinceUpdate >= UPDATE_BLOCKS
                || Math.abs(finding(ground()).ratio() - reported) > UPDATE_RATIO;
    }

    private InsightChange update(Insight insight) {
        Insight updated = insight(insight.id(), insight.evidence().run(), insight.raisedAt());
        open = updated;
        blocksSinceUpdate = 0;
        return new InsightChange(Step.UPDATED, updated);
    }

    /** Closes the insight, if one is open; it keeps the numbers it stood on. */
    Optional<InsightChange> close(Instant at) {
        if (open == null) {
            return Optional.empty();
        }
        Insight insight = open;
        open = null;
        return Optional.of(
                new InsightChange(
                        Step.CLOSED,
                        new Insight(
                                insight.id(),
                                insight.kind(),
                                insight.evidence(),
                                insight.advice(),
                                insight.raisedAt(),
                                Optional.of(at))));
    }

    private Insight insight(String id, String run, Instant raisedAt) {
        Block ground = ground();
        Finding finding = finding(ground);
        Evidence evidence =
                new Evidence(
                        run,
                        cause.kind().tag(),
                        ground.start(),
                        ground.end(),
                        numbers(finding, ground.windows()));
        return new Insight(
                id, cause.kind(), evidence, cause.advice(finding), raisedAt, Optional.empty());
    }

    /** What the numbers are made from: the recent blocks, or the lowest of the recent stretches. */
    private Block ground() {
        if (cause.isJudgedByStretch()) {
            return Collections.min(recent, Comparator.comparingDouble(Block::coefficient));
        }
        Block together = new Block(cause.companions().size());
        recent.forEach(together::add);
        return together;
    }

    private Finding finding(Block block) {
        Map<String, Double> means = new HashMap<>();
        List<Cause.Companion> companions = cause.companions();
        for (int i = 0; i < companions.size(); i++) {
            if (Double.isFinite(block.companion(i))) {
                means.put(companions.get(i).name(), block.companion(i));
            }
        }
        return new Finding(block.coefficient(), baseline.coefficient(), means, block.beyondShare());
    }

    private Leaves numbers(Finding finding, long windows) {
        Leaves.Builder numbers =
                Leaves.builder()
                        .put("measured", finding.measured(), 3)
                        .put("baseline", finding.baseline(), 3)
                        .put("baseline_source", baseline.isLearned() ? "learned" : "nominal")
                        .put("unit", cause.unit())
                        .put("ratio", finding.ratio(), 3)
                        .put("limit", limits.raise(), 3)
                        .put("windows", windows);
        for (Cause.Companion companion : cause.companions()) {
            if (finding.companions().containsKey(companion.name())) {
                numbers.put(companion.name(), finding.companion(companion.name()), 3);
            }
        }
        return numbers.build();
    }

    Optional<Insight> open() {
        return Optional.ofNullable(open);
    }

    void save(Leaves.Builder into) {
        String prefix = cause.kind().word() + ".";
        baseline.save(prefix + "baseline.", into);
        current.save(prefix + "current.", into);
        into.put(prefix + "settled_millis", settled.toMillis());
        into.put(prefix + "beyond_in_a_row", beyondInARow);
        into.put(prefix + "content_in_a_row", contentInARow);
        into.put(prefix + "blocks_since_update", blocksSinceUpdate);
        into.put(prefix + "judged_millis", judged.toMillis());
        if (lowest != null) {
            lowest.save(prefix + "lowest.", into);
        }
        into.put(prefix + "recent", recent.size());
        int index = 0;
        for (Block block : recent) {
            block.save(prefix + "recent" + index + ".", into);
            index++;
        }
    }

    void load(Leaves from, Optional<Insight> stillOpen) {
        String prefix = cause.kind().word() + ".";
        int companions = cause.companions().size();
        baseline.load(prefix + "baseline.", from);
        current = Block.load(prefix + "current.", from, companions);
        settled = Duration.ofMillis((long) from.number(prefix + "settled_millis").orElse(0));
        beyondInARow = (int) from.number(prefix + "beyond_in_a_row").orElse(0);
        contentInARow = (int) from.number(prefix + "content_in_a_row").orElse(0);
        blocksSinceUpdate = (int) from.number(prefix + "blocks_since_update").orElse(0);
        judged = Duration.ofMillis((long) from.number(prefix + "judged_millis").orElse(0));
        lowest =
                from.has(prefix + "lowest.windows")
                        ? Block.load(prefix + "lowest.", from, companions)
                        : null;
        long blocks = (long) from.number(prefix + "recent").orElse(0);
        for (int i = 0; i < blocks; i++) {
            recent.addLast(Block.load(prefix + "recent" + i + ".", from, companions));
        }
        open = stillOpen.orElse(null);
    }

    InsightKind kind() {
        return cause.kind();
    }
}
