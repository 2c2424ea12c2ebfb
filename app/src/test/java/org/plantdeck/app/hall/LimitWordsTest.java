package org.plantdeck.app.hall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.signal.TagLimits;

/** Limits as lines with a word. */
class LimitWordsTest {

    @Test
    void theFirstLimitOfASideIsHighOrLowAndTheNextVery() {
        assertThat(LimitWords.of(TagLimits.of(HallTags.tag("temperature"))))
                .containsExactly(
                        new LimitLine(29, "high", true),
                        new LimitLine(32, "very high", false),
                        new LimitLine(15, "low", true));
    }

    @Test
    void aSingleLimitHasItsWordAbove() {
        assertThat(LimitWords.of(TagLimits.of(HallTags.tag("co2_level"))))
                .containsExactly(new LimitLine(1400, "high", false));
    }

    @Test
    void wordsThatAreNoNumbersDrawNoLine() {
        assertThat(LimitWords.of(TagLimits.of(HallTags.tag("ahu.state")))).isEmpty();
    }
}
