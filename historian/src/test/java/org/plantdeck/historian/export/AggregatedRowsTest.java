package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class AggregatedRowsTest {

    private static final Value NONE = Value.absent();

    /** The rows summed up by ten seconds, as seconds and cells. */
    private static List<String> summed(RowSource rows, Aggregate aggregate) throws Exception {
        return summed(rows, aggregate, Instant.MAX);
    }

    private static List<String> summed(RowSource rows, Aggregate aggregate, Instant to)
            throws Exception {
        BucketGrid grid = new BucketGrid(Duration.ofSeconds(10), Optional.empty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GivenRows.write(
                new AggregatedRows(rows, aggregate, grid, to),
                RowWriter.csv(out, Optional.empty()));
        return out.toString(UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.replace("1970-01-01T00:", "").replace(".000Z", ""))
                .toList();
    }

    /** 2, 4, 9 and 5 in the first bucket, at 0, 1, 4 and 8 s. */
    private static GivenRows four() {
        return new GivenRows("n")
                .add(0, "r1", Value.of(2.0))
                .add(1_000, "r1", Value.of(4L))
                .add(4_000, "r1", Value.of(9.0))
                .add(8_000, "r1", Value.of(5.0));
    }

    @ParameterizedTest
    @CsvSource({
        "AVG,5.0",
        "MIN,2.0",
        "MAX,9.0",
        "SUM,20.0",
        "COUNT,4",
        "FIRST,2.0",
        "LAST,5.0",
        // distances from 5 squared: 9, 1, 16, 0; their sum by 3 is 26/3
        "STDDEV,2.943920288775949",
        // 2 for 1 s, 4 for 3 s, 9 for 4 s, 5 for 2 s
        "TIME_WEIGHTED,6.0"
    })
    void eachFigureIsTheOneComputedByHand(Aggregate aggregate, String expected) throws Exception {
        assertThat(summed(four(), aggregate)).containsExactly("00:00," + expected);
    }

    @Test
    void emptyBucketsAreEmptyRows() throws Exception {
        GivenRows rows =
                new GivenRows("n", "m")
                        .add(12_000, "r1", Value.of(1.0), NONE)
                        .add(45_000, "r1", NONE, Value.of(3.0))
                        .add(49_999, "r1", NONE, Value.of(4.0))
                        .add(50_000, "r1", Value.of(5.0), NONE);
        assertThat(summed(rows, Aggregate.AVG))
                .containsExactly("00:10,1.0,", "00:20,,", "00:30,,", "00:40,,3.5", "00:50,5.0,");
        assertThat(summed(new GivenRows("n"), Aggregate.AVG)).isEmpty();
    }

    @Test
    void twoRunsOfTheSameTimeAreSummedUpApart() throws Exception {
        GivenRows rows =
                new GivenRows("n")
                        .add(1_000, "r1", Value.of(1.0))
                        .add(1_000, "r2", Value.of(10.0))
                        .add(2_000, "r1", Value.of(2.0))
                        .add(11_000, "r2", Value.of(20.0));
        assertThat(summed(rows, Aggregate.SUM))
                .containsExactly("00:00,3.0", "00:00,10.0", "00:10,20.0");
    }

    @Test
    void aValueHoldsIntoTheNextBucketButNotBeyondAnEmptyOne() throws Exception {
        GivenRows rows =
                new GivenRows("n")
                        .add(5_000, "r1", Value.of(4.0))
                        .add(15_000, "r1", Value.of(8.0))
                        .add(35_000, "r1", Value.of(1.0));
        assertThat(summed(rows, Aggregate.TIME_WEIGHTED))
                .containsExactly("00:00,4.0", "00:10,6.0", "00:20,", "00:30,1.0");
    }

    @Test
    void theLastValueHoldsNoLongerThanTheRange() throws Exception {
        GivenRows rows =
                new GivenRows("n").add(0, "r1", Value.of(1.0)).add(3_000, "r1", Value.of(5.0));
        assertThat(summed(rows, Aggregate.TIME_WEIGHTED, Instant.ofEpochSecond(4)))
                .containsExactly("00:00,2.0");
    }

    @Test
    void flagsCountAsZeroAndOneAndTextsHaveNoNumber() throws Exception {
        GivenRows rows =
                new GivenRows("flag", "text")
                        .add(0, "r1", Value.of(true), Value.of("a"))
                        .add(7_500, "r1", Value.of(false), Value.of("b"));
        assertThat(summed(rows, Aggregate.TIME_WEIGHTED)).containsExactly("00:00,0.75,");
        for (Aggregate aggregate : List.of(Aggregate.MAX, Aggregate.LAST, Aggregate.COUNT)) {
            GivenRows again =
                    new GivenRows("flag", "text")
                            .add(0, "r1", Value.of(true), Value.of("a"))
                            .add(7_500, "r1", Value.of(false), Value.of("b"));
            assertThat(summed(again, aggregate))
                    .containsExactly(
                            switch (aggregate) {
                                case MAX -> "00:00,1,";
                                case LAST -> "00:00,false,b";
                                default -> "00:00,2,2";
                            });
        }
    }

    @Test
    void notANumberIsLeftOutOfFiguresAndTheRestIsExact() throws Exception {
        GivenRows rows =
                new GivenRows("n", "big")
                        .add(0, "r1", Value.of(1e16), Value.of(Long.MAX_VALUE - 1))
                        .add(1, "r1", Value.of(Double.NaN), Value.of(Long.MAX_VALUE))
                        .add(2, "r1", Value.of(1.0), NONE)
                        .add(3, "r1", Value.of(-1e16), NONE);
        assertThat(summed(rows, Aggregate.SUM).getFirst()).startsWith("00:00,1.0,");
        GivenRows whole =
                new GivenRows("big")
                        .add(0, "r1", Value.of(Long.MAX_VALUE - 1))
                        .add(1, "r1", Value.of(Long.MAX_VALUE));
        assertThat(summed(whole, Aggregate.MAX)).containsExactly("00:00,9223372036854775807");
        GivenRows infinite =
                new GivenRows("n")
                        .add(0, "r1", Value.of(Double.POSITIVE_INFINITY))
                        .add(1, "r1", Value.of(1.0));
        assertThat(summed(infinite, Aggregate.SUM)).containsExactly("00:00,Infinity");
    }

    @Test
    void oneReadingHasNoSpread() throws Exception {
        assertThat(summed(new GivenRows("n").add(0, "r1", Value.of(1.0)), Aggregate.STDDEV))
                .containsExactly("00:00,");
    }

    @Test
    void theTypeOfAColumnIsThatOfItsFigure() {
        BucketGrid grid = new BucketGrid(Duration.ofSeconds(10), Optional.empty());
        RowSource counted =
                new AggregatedRows(new GivenRows("n"), Aggregate.COUNT, grid, Instant.MAX);
        assertThat(counted.columns()).containsExactly(new ExportColumn("n", "kW", TagType.COUNT));
    }
}
