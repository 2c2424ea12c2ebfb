package org.plantdeck.app.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.shell.DeskWindows;

import java.util.MissingResourceException;

class WordsTest {

    private final Words words = Words.of(DeskWindows.class);

    @Test
    void wordsAreThoseOfTheFeatureAClassBelongsTo() {
        assertThat(words.say("acknowledge")).isEqualTo("Acknowledge");
        assertThat(Words.of(DeskWindows.class)).isSameAs(words);
    }

    @Test
    void placesAreFilledIn() {
        assertThat(words.say("level", 2)).isEqualTo("Level 2");
        assertThat(words.say("machine", "3", "214")).isEqualTo("CPU 3 % · 214 MB");
    }

    @Test
    void aMissingKeyIsAnErrorOfTheProgram() {
        assertThatThrownBy(() -> words.say("no-such-key"))
                .isInstanceOf(MissingResourceException.class);
    }
}
