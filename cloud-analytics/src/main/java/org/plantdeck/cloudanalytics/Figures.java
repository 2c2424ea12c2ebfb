package org.plantdeck.cloudanalytics;

import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.Optional;

/**
 * What the analytics counts, since it was started unless said otherwise.
 *
 * @param received messages that came
 * @param stored windows that were new
 * @param repeated windows that were here already
 * @param malformed messages that are no window
 * @param pruned windows retention has removed
 * @param requests resend requests sent
 * @param standing what is so now
 */
record Figures(
        long received,
        long stored,
        long repeated,
        long malformed,
        long pruned,
        long requests,
        Standing standing) {

    /**
     * What is so now.
     *
     * @param missing windows that may still come
     * @param lost windows that were given up, of those retention would keep
     * @param leavesLeftOut leaves that found no column
     * @param openInsights insights that are open
     * @param failedLooks windows the rules failed on
     * @param run the current run; empty before the first window
     * @param through end of its newest window
     */
    record Standing(
            long missing,
            long lost,
            long leavesLeftOut,
            int openInsights,
            long failedLooks,
            String run,
            Optional<Instant> through) {

        static final Standing NOTHING = new Standing(0, 0, 0, 0, 0, "", Optional.empty());
    }

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, Standing.NOTHING);

    Figures arrived(long more, long malformedAmong) {
        return new Figures(
                received + more,
                stored,
                repeated,
                malformed + malformedAmong,
                pruned,
                requests,
                standing);
    }

    Figures taken(Taken taken) {
        return new Figures(
                received,
                stored + taken.stored(),
                repeated + taken.repeated(),
                malformed,
                pruned,
                requests,
                standing);
    }

    Figures swept(long prunedNow, long requestsNow, Standing standingNow) {
        return new Figures(
                received,
                stored,
                repeated,
                malformed,
                pruned + prunedNow,
                requests + requestsNow,
                standingNow);
    }

    Leaves leaves() {
        return Leaves.builder()
                .put("windows.received", received)
                .put("windows.stored", stored)
                .put("windows.repeated", repeated)
                .put("windows.malformed", malformed)
                .put("windows.missing", standing.missing())
                .put("windows.lost", standing.lost())
                .put("windows.pruned", pruned)
                .put("windows.leaves_left_out", standing.leavesLeftOut())
                .put("gaps.requests", requests)
                .put("insights.open", standing.openInsights())
                .put("insights.failed", standing.failedLooks())
                .put("progress.run", standing.run())
                .put(
                        "progress.through",
                        standing.through()
                                .map(time -> Value.of(IsoTime.format(time)))
                                .orElse(Value.absent()))
                .build();
    }
}
