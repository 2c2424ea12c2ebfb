package org.plantdeck.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

/** The tests run in UTC. */
class TimesTest {

    private static final Instant TIME = Instant.parse("2026-11-21T10:00:07.250Z");

    @Test
    void aTimeIsWrittenAsFinelyAsItIsNeeded() {
        assertThat(Times.day(TIME)).isEqualTo("Sat 21 Nov");
        assertThat(Times.dayAndMinute(TIME)).isEqualTo("Sat 21 Nov 10:00");
        assertThat(Times.dayAndSecond(TIME)).isEqualTo("Sat 21 Nov 10:00:07");
        assertThat(Times.minute(TIME)).isEqualTo("10:00");
        assertThat(Times.second(TIME)).isEqualTo("10:00:07");
        assertThat(Times.millisecond(TIME)).isEqualTo("10:00:07.250");
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S, 0 s",
        "PT0.9S, 0 s",
        "PT45S, 45 s",
        "PT1M59S, 119 s",
        "PT2M, 2 min",
        "PT1H59M59S, 119 min",
        "PT2H, 2 h",
        "PT2H14M, 2 h 14 min",
        "PT47H59M, 47 h 59 min",
        "PT48H, 2 d",
        "PT75H30M, 3 d 3 h",
    })
    void aSpanIsSaidInItsTwoLargestUnits(Duration span, String text) {
        assertThat(Times.span(span)).isEqualTo(text);
    }

    @Test
    void anAgeIsASpanThatIsOld() {
        assertThat(Times.age(Duration.ofSeconds(12))).isEqualTo("12 s old");
    }
}
