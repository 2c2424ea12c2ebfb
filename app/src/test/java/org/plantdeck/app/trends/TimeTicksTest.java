package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class TimeTicksTest {

    private static List<String> words(String from, Duration span, int most) {
        Instant begin = Instant.parse(from);
        return TimeTicks.of(begin, begin.plus(span), most).stream()
                .map(TimeTicks.Tick::word)
                .toList();
    }

    @Test
    void twoHoursHaveTicksAtRoundTimes() {
        assertThat(words("2026-11-21T08:07:30Z", Duration.ofHours(2), 4))
                .containsExactly("08:30", "09:00", "09:30", "10:00");
    }

    @Test
    void bothEndsMayHaveATick() {
        assertThat(words("2026-11-21T08:00:00Z", Duration.ofHours(2), 2))
                .containsExactly("08:00", "09:00", "10:00");
    }

    @Test
    void aMinuteHasTicksWithSeconds() {
        assertThat(words("2026-11-21T08:00:03Z", Duration.ofMinutes(1), 6))
                .containsExactly(
                        "08:00:10", "08:00:20", "08:00:30", "08:00:40", "08:00:50", "08:01:00");
    }

    @Test
    void aWeekHasADateForEachDay() {
        assertThat(words("2026-11-21T08:00:00Z", Duration.ofDays(3), 3))
                .containsExactly("Sun 22 Nov", "Mon 23 Nov", "Tue 24 Nov");
    }

    @Test
    void aDayCountsFromMidnight() {
        assertThat(words("2026-11-21T01:00:00Z", Duration.ofHours(24), 4))
                .containsExactly("06:00", "12:00", "18:00", "00:00");
    }

    @Test
    void aTickStandsAtTheTimeItNames() {
        Instant begin = Instant.parse("2026-11-21T08:59:00Z");
        assertThat(TimeTicks.of(begin, begin.plus(Duration.ofHours(1)), 1))
                .containsExactly(
                        new TimeTicks.Tick(Instant.parse("2026-11-21T09:00:00Z"), "09:00"));
    }

    @Test
    void yearsDoNotFloodThePlot() {
        assertThat(words("2016-01-01T00:00:00Z", Duration.ofDays(3650), 8).size())
                .isLessThanOrEqualTo(11);
    }
}
