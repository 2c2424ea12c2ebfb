package org.plantdeck.plantruntime.insights;

import com.fasterxml.jackson.databind.JsonNode;

import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.kpis.Kpis;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is left of the days of a {@link WatchedPlant}.
 *
 * @param life the simulated time they took
 * @param insights the table of insights, newest first
 * @param published what was published of insights, in its order
 * @param kpis key figures of all windows that were stored
 * @param wholeWindows how many of these hold one reading of each source
 */
record Story(
        Interval life,
        List<Insight> insights,
        List<JsonNode> published,
        Kpis kpis,
        long wholeWindows) {

    private static final int MORE_THAN_THERE_WILL_BE = 1_000;

    /** Reads what the analytics has left in its database. */
    static Story read(Path database, Interval life, List<JsonNode> published) {
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(database)) {
            String run = queries.currentRun().orElseThrow();
            AtomicLong whole = new AtomicLong();
            queries.windows(
                    run, life, window -> whole.addAndGet(holdsOneOfEach(window.values()) ? 1 : 0));
            return new Story(
                    life,
                    queries.insights(MORE_THAN_THERE_WILL_BE),
                    published,
                    queries.kpis(run, life),
                    whole.get());
        }
    }

    private static boolean holdsOneOfEach(Leaves values) {
        for (FactorySource source : FactorySource.values()) {
            if (values.number("count." + source.area()).orElse(0) != 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * Kind and step of what was published, in its order; updates, which depend on noise, left out.
     */
    List<String> steps() {
        return published.stream()
                .filter(step -> !step.path("step").asText().equals("updated"))
                .map(step -> step.path("kind").asText() + " " + step.path("step").asText())
                .toList();
    }
}
