package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.app.records.TrendShift.Typed;

import java.time.Duration;
import java.util.Optional;

/** An earlier time as it is typed. */
class TrendShiftTest {

    @ParameterizedTest
    @CsvSource({
        "2h 30m, PT2H30M",
        "3d, PT72H",
        "90 min, PT1H30M",
        "1.5 h, PT1H30M",
        "'1,5h', PT1H30M",
        "2 W, PT336H",
        "10s, PT10S",
        "1d2h3m4s, PT26H3M4S",
        "8 h earlier, PT8H",
    })
    void aTimeIsUnderstood(String typed, Duration meant) {
        assertThat(TrendShift.parse(typed)).isEqualTo(new Typed.Sound(Optional.of(meant)));
    }

    @Test
    void nothingTypedMeansNoComparison() {
        assertThat(TrendShift.parse("  ")).isEqualTo(new Typed.Sound(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "90, 90 has no unit",
        "2x, “x” is not a unit",
        "soon, “soon” does not begin with a number",
        "-3d, “-3d” does not begin with a number",
        "2h and more, “and more” does not begin with a number",
        "0h, longer than nothing",
        "999999w, 3650 days is the most",
    })
    void aMistakeIsNamed(String typed, String said) {
        assertThat(TrendShift.parse(typed))
                .isInstanceOfSatisfying(
                        Typed.Wrong.class, it -> assertThat(it.sentence()).contains(said));
    }

    @Test
    void whatIsSaidIsUnderstoodAgain() {
        Duration odd = Duration.ofDays(3).plusHours(2).plusMinutes(30).plusSeconds(5);

        assertThat(TrendShift.text(odd)).isEqualTo("3 d 2 h 30 min 5 s");
        assertThat(TrendShift.parse(TrendShift.text(odd)))
                .isEqualTo(new Typed.Sound(Optional.of(odd)));
    }
}
