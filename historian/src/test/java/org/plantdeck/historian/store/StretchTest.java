package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class StretchTest {

    @Test
    void theFirstOfThoseThatLivedThroughATimeIsShown() {
        List<Stretch<String, Integer>> lives =
                List.of(stretch("new", 20, 30), stretch("old", 10, 40), stretch("far", 50, 60));
        assertThat(Stretch.shown(lives, 0, 55))
                .containsExactly(
                        stretch("old", 10, 20),
                        stretch("new", 20, 30),
                        stretch("old", 30, 40),
                        stretch("far", 50, 55));
    }

    @Test
    void whatLiesOutsideOfTheRangeOrEndsAtItsBeginningIsNotShown() {
        List<Stretch<String, Integer>> lives =
                List.of(stretch("before", 0, 10), stretch("behind", 20, 30));
        assertThat(Stretch.shown(lives, 10, 20)).isEmpty();
        assertThat(Stretch.shown(List.<Stretch<String, Integer>>of(), 10, 20)).isEmpty();
    }

    private static Stretch<String, Integer> stretch(String of, int from, int to) {
        return new Stretch<>(of, from, to);
    }
}
