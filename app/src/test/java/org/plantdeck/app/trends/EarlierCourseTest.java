package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class EarlierCourseTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T11:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final TimeGrid HOUR =
            TimeGrid.of(new TimeWindow(BEGIN, BEGIN.plus(Duration.ofHours(1))), 60);

    @Test
    void whatWasIsDrawnAsIfItWereNow() {
        TrendColumns stored = new TrendColumns(60);
        stored.add(0, 1, 3, 2, 60);
        stored.add(1, 4, 6, 5, 60);
        EarlierCourse course = new EarlierCourse(new StoredCourse(HOUR, stored, HOUR.to()), DAY);

        TrendColumns drawn = course.columns(BEGIN.plus(DAY), BEGIN.plus(DAY).plusSeconds(180), 3);

        assertThat(drawn.mean(0)).isEqualTo(2);
        assertThat(drawn.mean(1)).isEqualTo(5);
        assertThat(drawn.has(2)).isFalse();
        assertThat(course.filled()).isEqualTo(2);
        assertThat(course.gaps(BEGIN.plus(DAY), HOUR.to().plus(DAY))).isEmpty();
    }
}
