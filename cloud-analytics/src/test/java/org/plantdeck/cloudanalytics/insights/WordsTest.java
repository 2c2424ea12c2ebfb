package org.plantdeck.cloudanalytics.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactoryTags;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

class WordsTest {

    @Test
    void everyKindHasItsWordsAndNoWordIsUnused() {
        List<String> keys =
                Arrays.stream(InsightKind.values())
                        .map(InsightKind::word)
                        .flatMap(word -> Stream.of(word + ".sentence", word + ".recommendation"))
                        .toList();

        assertThat(ResourceBundle.getBundle(Words.BUNDLE, Locale.ENGLISH).keySet())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void everyKindIsAboutATagTheFactoryPublishes() {
        for (InsightKind kind : InsightKind.values()) {
            assertThat(FactoryTags.named(kind.tag())).as(kind.tag()).isPresent();
        }
    }

    @Test
    void everyKindIsFoundByItsWord() {
        for (InsightKind kind : InsightKind.values()) {
            assertThat(InsightKind.ofWord(kind.word())).isEqualTo(kind);
        }
    }
}
