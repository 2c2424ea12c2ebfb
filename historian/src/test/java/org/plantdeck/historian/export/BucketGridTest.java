package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.PartFailure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class BucketGridTest {

    private static final Optional<ZoneId> VIENNA = Optional.of(ZoneId.of("Europe/Vienna"));

    /** The bucket of a time and those after it, as local times. */
    private static List<String> buckets(
            Duration interval, Optional<ZoneId> zone, String at, int count) {
        BucketGrid grid = new BucketGrid(interval, zone);
        RowTimes times = new RowTimes(zone);
        List<String> starts = new ArrayList<>();
        long start = grid.start(Instant.parse(at).toEpochMilli());
        for (int i = 0; i < count; i++) {
            starts.add(times.text(start).replace(":00.000", ""));
            long end = grid.end(start);
            assertThat(grid.start(start)).isEqualTo(start);
            assertThat(grid.start(end - 1)).isEqualTo(start);
            start = end;
        }
        return starts;
    }

    @Test
    void withoutAZoneBucketsAreCountedFromTheEpoch() {
        assertThat(buckets(Duration.ofHours(7), Optional.empty(), "1970-01-01T06:59:59.999Z", 3))
                .containsExactly("1970-01-01T00:00Z", "1970-01-01T07:00Z", "1970-01-01T14:00Z");
        assertThat(buckets(Duration.ofDays(1), Optional.empty(), "1969-12-31T23:00:00Z", 2))
                .containsExactly("1969-12-31T00:00Z", "1970-01-01T00:00Z");
    }

    @Test
    void inAZoneDaysBeginAtItsMidnightAlsoWhereTheyAreShortOrLong() {
        assertThat(buckets(Duration.ofDays(1), VIENNA, "2026-03-28T23:30:00Z", 2))
                .containsExactly("2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00");
        assertThat(buckets(Duration.ofDays(1), VIENNA, "2026-10-25T22:59:00Z", 2))
                .containsExactly("2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00");
    }

    @Test
    void hoursOfADayThatTurnsTheClocksAreAllThere() {
        assertThat(buckets(Duration.ofHours(1), VIENNA, "2026-10-24T23:30:00Z", 5))
                .containsExactly(
                        "2026-10-25T01:00+02:00",
                        "2026-10-25T02:00+02:00",
                        "2026-10-25T02:00+01:00",
                        "2026-10-25T03:00+01:00",
                        "2026-10-25T04:00+01:00");
        assertThat(buckets(Duration.ofHours(1), VIENNA, "2026-03-28T23:00:00Z", 24))
                .contains("2026-03-29T01:00+01:00", "2026-03-29T03:00+02:00")
                .last()
                .isEqualTo("2026-03-30T00:00+02:00");
    }

    @Test
    void theLastBucketOfADayEndsWithIt() {
        assertThat(buckets(Duration.ofHours(10), VIENNA, "2026-11-21T23:00:00Z", 4))
                .containsExactly(
                        "2026-11-22T00:00+01:00",
                        "2026-11-22T10:00+01:00",
                        "2026-11-22T20:00+01:00",
                        "2026-11-23T00:00+01:00");
    }

    @Test
    void severalDaysAreCountedFromTheFirstOf1970() {
        assertThat(buckets(Duration.ofDays(7), VIENNA, "1970-01-05T12:00:00Z", 2))
                .containsExactly("1970-01-01T00:00+01:00", "1970-01-08T00:00+01:00");
    }

    @Test
    void anIntervalThatIsNoneIsRefused() {
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> new BucketGrid(Duration.ofHours(30), VIENNA))
                .withMessageContaining("must be whole days");
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofNanos(5))) {
            assertThatExceptionOfType(PartFailure.class)
                    .isThrownBy(() -> new Buckets(wrong, Aggregate.AVG))
                    .withMessageContaining("must be whole milliseconds and at least 1");
        }
    }
}
