package org.plantdeck.app.cloud;

import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.store.AlertEpisode;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;
import org.plantdeck.cloudanalytics.store.LeafSeries;
import org.plantdeck.signal.AnalyticsWindow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What analytics.db says of its newest run.
 *
 * @param latest the newest window
 * @param power mean power of the last 24 hours before the end of that window, minute by minute
 * @param insights those that are open
 * @param alerts critical alerts of the last 7 days, the one that began last first
 */
record CloudFigures(
        AnalyticsWindow latest,
        LeafSeries power,
        List<Insight> insights,
        List<AlertEpisode> alerts) {

    static final Duration ALERTS = Duration.ofDays(7);
    static final String POWER = "energy_analytics.power_consumption.average";

    private static final int COLUMNS = 1_440;
    private static final int ALERTS_MAX = 100;

    /** Reads what changes from window to window; empty where no window has arrived yet. */
    static Optional<CloudFigures> read(AnalyticsQueries queries) {
        return queries.currentRun().flatMap(queries::latestWindow).map(it -> read(queries, it));
    }

    private static CloudFigures read(AnalyticsQueries queries, AnalyticsWindow latest) {
        String run = latest.run();
        return new CloudFigures(
                latest,
                queries.series(run, POWER, before(latest, DayFigures.DAY), COLUMNS),
                queries.openInsights(),
                queries.alerts(run, before(latest, ALERTS), ALERTS_MAX));
    }

    private static Interval before(AnalyticsWindow latest, Duration reach) {
        return new Interval(latest.end().minus(reach), latest.end());
    }

    /** Reads the hours before a window; a few tenths of a second of work. */
    static DayFigures readDay(AnalyticsQueries queries, AnalyticsWindow latest) {
        Interval day = before(latest, DayFigures.DAY);
        Interval dayBefore = new Interval(day.from().minus(DayFigures.DAY), day.from());
        return new DayFigures(
                queries.hours(latest.run(), day), queries.hours(latest.run(), dayBefore));
    }
}
