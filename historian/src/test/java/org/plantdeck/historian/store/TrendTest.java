package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** What the columns of a trend say of their readings. */
class TrendTest extends TrendHistory {

    @Test
    void eachColumnSaysWhatItsReadingsWere() throws Exception {
        append(
                pressed("r", 1, 0, 2.0),
                pressed("r", 2, 1, 5.0),
                pressed("r", 3, 2, 1.0),
                pressed("r", 4, 3, 4.0),
                pressed("r", 5, 8, -7.5),
                pressed("r", 6, 12, 99.0));

        assertThat(trend(query("pressure", 0, 12, 3)))
                .containsExactly(
                        "4-0 1.0..5.0 ~3.00 2.0>4.0",
                        "0-0 NaN..NaN ~NaN NaN>NaN",
                        "1-0 -7.5..-7.5 ~-7.50 -7.5>-7.5");
    }

    @Test
    void aReadingLiesInTheColumnThatBeginsWithIt() throws Exception {
        List<Reading> readings = new ArrayList<>();
        for (long i = 0; i < 1_000; i++) {
            readings.add(at(FactorySource.LINE, "r", i + 1, START.plusMillis(7 * i)));
        }
        store.append(ReadingBatch.of(readings));

        for (int columns : new int[] {1, 13, 311}) {
            TrendQuery uneven =
                    new TrendQuery(
                            FactorySource.LINE.topic(),
                            List.of(tag("production_count")),
                            START.plusNanos(1_000_001),
                            START.plusNanos(6_543_210_987L),
                            columns,
                            Optional.empty());
            TrendSeries series = queries.trend(uneven, () -> false).orElseThrow().getFirst();

            assertThat(series.columns()).isEqualTo(columns);
            assertThat(uneven.start(0)).isEqualTo(uneven.from());
            assertThat(uneven.start(columns)).isEqualTo(uneven.to());
            for (int i = 0; i < columns; i++) {
                holds(series, i, readings, uneven);
            }
        }
    }

    private static void holds(
            TrendSeries series, int column, List<Reading> readings, TrendQuery query) {
        Instant from = query.start(column);
        Instant to = query.start(column + 1);
        long[] inside =
                readings.stream()
                        .filter(it -> !it.measuredAt().isBefore(from))
                        .filter(it -> it.measuredAt().isBefore(to))
                        .mapToLong(Reading::sequence)
                        .toArray();
        Duration width = Duration.between(query.from(), query.to()).dividedBy(query.columns());
        assertThat(Duration.between(from, to)).isBetween(width, width.plusNanos(1));
        assertThat(series.count(column)).isEqualTo(inside.length);
        assertThat(series.first(column)).isEqualTo((double) inside[0]);
        assertThat(series.last(column)).isEqualTo((double) inside[inside.length - 1]);
        assertThat(series.mean(column)).isEqualTo(LongStream.of(inside).average().orElseThrow());
    }

    @Test
    void whatIsNoNumberIsAbsent() throws Exception {
        append(
                with(line(1), "extra", Value.of(3.0)),
                line(2),
                with(line(3), "extra", Value.of("4.0")),
                with(line(4), "extra", Value.of(5L)));

        assertThat(trend(query("extra", 0, 10, 1))).containsExactly("2-2 3.0..5.0 ~4.00 3.0>5.0");
    }

    @Test
    void aFlagCountsAsOneOrNought() throws Exception {
        append(line(1), line(2), line(3));

        assertThat(tag("alarm").type()).isEqualTo(TagType.FLAG);
        assertThat(trend(query("alarm", 0, 10, 1))).containsExactly("3-0 0.0..1.0 ~0.67 1.0>1.0");
    }

    @Test
    void severalTagsOfASourceComeInTheirOrder() throws Exception {
        append(pressed("r", 1, 0, 2.0));
        TrendQuery two =
                new TrendQuery(
                        FactorySource.LINE.topic(),
                        List.of(tag("pressure"), tag("production_count"), tag("pressure")),
                        START,
                        START.plusSeconds(1),
                        1,
                        Optional.empty());

        assertThat(queries.trend(two, () -> false).orElseThrow())
                .extracting(series -> series.tag().key() + " " + series.last(0))
                .containsExactly("pressure 2.0", "production_count 1.0", "pressure 2.0");
    }

    @Test
    void anEmptyHistoryGivesEmptyColumns() throws Exception {
        assertThat(trend(query("pressure", 0, 9, 2))).containsOnly("0-0 NaN..NaN ~NaN NaN>NaN");
        assertThat(queries.rows(FactorySource.LINE.topic())).isZero();
    }

    @Test
    void anAbandonedQueryEndsSoonAndTheNextOneAnswers() throws Exception {
        for (long i = 0; i < 3; i++) {
            long first = 1 + 1_000 * i;
            store.append(
                    ReadingBatch.of(
                            LongStream.range(first, first + 1_000)
                                    .mapToObj(number -> line(number))
                                    .toList()));
        }
        TrendQuery whole = query("pressure", 0, 9_000, 1);
        AtomicInteger looks = new AtomicInteger();

        assertThat(queries.trend(whole, () -> true)).isEmpty();
        assertThat(queries.trend(whole, () -> looks.incrementAndGet() == 3)).isEmpty();
        assertThat(looks).hasValue(3);
        assertThat(queries.trend(whole, () -> false).orElseThrow().getFirst().count(0))
                .isEqualTo(3_000);
    }

    @Test
    void nothingIsHeldBetweenTwoQueries() throws Exception {
        append(line(1));
        trend(query("pressure", 0, 9, 2));
        append(line(2));

        assertThat(sql("PRAGMA wal_checkpoint(TRUNCATE)").getFirst())
                .as("whether it was busy")
                .startsWith("0|");
        assertThat(trend(query("pressure", 2, 3, 1)).getFirst()).startsWith("1-0");
    }

    @Test
    void rowsAreCountedForEachSource() throws Exception {
        append(line(1), line(2), line(5), reading(FactorySource.ENERGY, "r1", 1));

        assertThat(queries.rows(FactorySource.LINE.topic())).isEqualTo(3);
        assertThat(queries.rows(FactorySource.ENERGY.topic())).isEqualTo(1);
        assertThat(queries.rows(FactorySource.ENVIRONMENT.topic())).isZero();
    }
}
