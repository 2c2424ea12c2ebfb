package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.Reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Whose readings a trend shows where several runs have lived. */
class TrendOfRunsTest extends TrendHistory {

    private static TrendQuery ofRun(String run, TrendQuery query) {
        return new TrendQuery(
                query.topic(),
                query.tags(),
                query.from(),
                query.to(),
                query.columns(),
                Optional.of(run));
    }

    @Test
    void runsAreKeptApartWhereColumnsHoldManyReadings() throws Exception {
        List<Reading> readings = new ArrayList<>();
        LongStream.range(0, 400).forEach(i -> readings.add(pressed("old", i + 1, i, 1.0)));
        LongStream.range(0, 60).forEach(i -> readings.add(pressed("new", i + 1, 90 + i, 2.0)));
        store.append(ReadingBatch.of(readings));

        assertThat(trend(query("pressure", 0, 400, 4)))
                .containsExactly(
                        "100-0 1.0..2.0 ~1.10 1.0>2.0",
                        "100-0 1.0..2.0 ~1.50 2.0>1.0",
                        "100-0 1.0..1.0 ~1.00 1.0>1.0",
                        "100-0 1.0..1.0 ~1.00 1.0>1.0");
    }

    @Test
    void whereTwoRunsLivedTheOneThatIsWrittenNowIsShown() throws Exception {
        append(pressed("old", 1, 0, 1.0), pressed("old", 2, 10, 1.0), pressed("old", 3, 20, 1.0));
        append(pressed("old", 4, 30, 1.0), pressed("old", 5, 40, 1.0));
        append(pressed("new", 1, 11, 2.0), pressed("new", 2, 21, 2.0), pressed("new", 3, 29, 2.0));

        TrendQuery all = query("pressure", 0, 50, 5);

        assertThat(trend(all))
                .as("old, then new from 11 to 29, then old again")
                .containsExactly(
                        "1-0 1.0..1.0 ~1.00 1.0>1.0",
                        "2-0 1.0..2.0 ~1.50 1.0>2.0",
                        "2-0 2.0..2.0 ~2.00 2.0>2.0",
                        "1-0 1.0..1.0 ~1.00 1.0>1.0",
                        "1-0 1.0..1.0 ~1.00 1.0>1.0");
        assertThat(trend(ofRun("old", all))).containsOnly("1-0 1.0..1.0 ~1.00 1.0>1.0").hasSize(5);
        assertThat(trend(ofRun("nobody", all)))
                .containsOnly("0-0 NaN..NaN ~NaN NaN>NaN")
                .hasSize(5);
    }

    @Test
    void betweenTheLivesOfTwoRunsThereIsNothing() throws Exception {
        append(pressed("a", 1, 5, 1.0), pressed("b", 1, 25, 2.0), pressed("b", 2, 26, 2.0));

        assertThat(trend(query("pressure", 0, 30, 3)))
                .containsExactly(
                        "1-0 1.0..1.0 ~1.00 1.0>1.0",
                        "0-0 NaN..NaN ~NaN NaN>NaN",
                        "2-0 2.0..2.0 ~2.00 2.0>2.0");
        assertThat(trend(query("pressure", 11, 12, 1)))
                .containsExactly("0-0 NaN..NaN ~NaN NaN>NaN");
    }

    @Test
    void aRunWhoseReadingsArePrunedIsPassedOver() throws Exception {
        append(pressed("r", 1, 0, 1.0), pressed("r", 2, 100_000, 2.0));
        append(pressed("gone", 1, 1, 3.0));
        for (long i = 0; i < 20; i++) {
            append(pressed("r", 3 + i, 100_001 + i, 2.0));
        }
        store.prune(Duration.ofHours(1), 100);

        assertThat(trend(query("pressure", 0, 200_000, 1)))
                .containsExactly("21-0 2.0..2.0 ~2.00 2.0>2.0");
    }
}
