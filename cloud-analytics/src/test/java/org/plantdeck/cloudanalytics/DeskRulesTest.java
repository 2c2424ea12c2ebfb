package org.plantdeck.cloudanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.cloudanalytics.Windows.filtered;

import org.junit.jupiter.api.Test;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.insights.InsightBody;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;

import java.sql.SQLException;
import java.util.List;

/** What the rules make of windows that come late, never or after a restart. */
class DeskRulesTest extends DeskGround {

    @Test
    void theRulesWaitAtAGapUntilItIsFilled() throws SQLException {
        takeAllBut("r", 10, 1, 200, 40);
        assertThat(openInsights()).isEmpty();

        take(filtered("r", 10, 40));

        Insight insight = openInsights().getFirst();
        assertThat(insight.id()).isEqualTo("clogged-filter-r-96");
        assertThat(link.published)
                .extracting(publication -> publication.topic())
                .contains(InsightBody.TOPIC);
    }

    @Test
    void theRulesGoOnWhenWhatIsMissingIsLost() throws SQLException {
        takeAllBut("r", 0, 2, 200, 40);
        sweepAfter(0);
        sweepAfter(5);
        sweepAfter(10);
        assertThat(openInsights()).isEmpty();
        take(filtered("r", 201, 40));

        assertThat(openInsights()).hasSize(1);
    }

    private List<Insight> openInsights() {
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            return queries.openInsights();
        }
    }

    @Test
    void whatTheRulesLearnedSurvivesARestart() throws SQLException {
        takeAllBut("r", 0, 1, 60, 40);
        restart();
        takeAllBut("r", 0, 61, 96, 40);
        assertThat(openInsights()).hasSize(1);
        restart();
        takeAllBut("r", 0, 97, 200, 11);

        assertThat(openInsights()).isEmpty();
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.insights(10))
                    .singleElement()
                    .satisfies(insight -> {
                        assertThat(insight.closedAt()).isPresent();
                        assertThat(insight.evidence().numbers().number("ratio").orElseThrow())
                                .isGreaterThan(3);
                    });
        }
    }

    @Test
    void aNewRunIsLookedAtOnceTheOldOneIsAsItIs() throws SQLException {
        takeAllBut("old", 10, 1, 200, 40);
        takeAllBut("new", 0, 1, 96, 40);

        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.insights(10))
                    .extracting(insight -> insight.evidence().run() + " " + insight.isOpen())
                    .containsExactlyInAnyOrder("old false", "new true");
            assertThat(queries.currentRun()).contains("new");
        }
    }
}
