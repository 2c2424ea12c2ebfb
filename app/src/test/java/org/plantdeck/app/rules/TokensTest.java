package org.plantdeck.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.trends.Pen;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The colours of the themes: enough contrast, alarms that everybody tells apart. */
class TokensTest {

    private static final double READABLE = 4.5;
    private static final double TOLD_APART = 15;
    private static final double NO_ALARM = 20;

    /** What texts and values stand on. */
    private static final List<String> GROUNDS =
            List.of("background", "panel", "shell", "selected", "plot");

    @Test
    void everyThemeHasTheSameTokens() {
        Set<String> grey = Tokens.of(Theme.GREY).byName().keySet();
        assertThat(grey).hasSizeGreaterThan(20);
        assertThat(Tokens.of(Theme.LIGHT).byName().keySet()).isEqualTo(grey);
        assertThat(Tokens.of(Theme.DARK).byName().keySet()).isEqualTo(grey);
    }

    @Test
    void theStyleSheetUsesTheTokensThereAreAndNoColourOfItsOwn() {
        String deck = Tokens.sheet("deck.css");
        Set<String> defined = new TreeSet<>(Tokens.of(Theme.GREY).byName().keySet());
        Set<String> used = Tokens.named(deck);
        assertThat(used).isSubsetOf(defined);
        assertThat(defined).isSubsetOf(used);
        assertThat(deck).doesNotContainPattern("#[0-9A-Fa-f]{3,8}\\b");
        assertThat(deck.replace("-fx-font-smoothing-type: gray;", ""))
                .doesNotContainPattern(":\\s*(white|black|red|yellow|gr[ae]y)\\b");
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnEverythingItStandsOn(Theme theme) {
        Tokens tokens = Tokens.of(theme);
        for (String ground : GROUNDS) {
            for (String text : List.of("text", "quiet", "live")) {
                contrast(tokens, text, ground);
            }
        }
        contrast(tokens, "text", "band");
    }

    @ParameterizedTest
    @CsvSource({
        "run-text, run",
        "run-word, run",
        "stand-text, stand",
        "act-text, act",
        "alarm-critical-digit, alarm-critical",
        "alarm-high-digit, alarm-high",
        "alarm-medium-digit, alarm-medium",
        "alarm-low-digit, alarm-low",
    })
    void wordsAndDigitsInBoxesAreReadable(String text, String ground) {
        for (Theme theme : Theme.values()) {
            contrast(Tokens.of(theme), text, ground);
        }
    }

    private static void contrast(Tokens tokens, String text, String ground) {
        assertThat(tokens.get(text).contrast(tokens.get(ground)))
                .as("%s on %s", text, ground)
                .isGreaterThanOrEqualTo(READABLE);
    }

    @ParameterizedTest
    @EnumSource
    void theOutlineOfAnAlarmStandsOutFromEveryGround(Theme theme) {
        Tokens tokens = Tokens.of(theme);
        for (String ground : GROUNDS) {
            assertThat(tokens.get("alarm-outline").contrast(tokens.get(ground)))
                    .as(ground)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pensAreSeenOnTheirGroundAndTheirNumbersAreRead(Theme theme) {
        Tokens tokens = Tokens.of(theme);
        for (char letter = 'a'; letter < 'a' + Pen.INKS; letter++) {
            Colour pen = tokens.get("pen-" + letter);
            contrast(tokens, "panel", "pen-" + letter);
            assertThat(pen.contrast(tokens.get("plot"))).as("%s", letter).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void alarmColoursAreToldApartByEverySight(Theme theme) {
        List<Colour> alarms = Tokens.of(theme).alarms();
        for (Sight sight : Sight.values()) {
            for (Colour one : alarms) {
                for (Colour other : alarms) {
                    if (!one.equals(other)) {
                        assertThat(one.lab(sight).difference(other.lab(sight)))
                                .as("%s and %s by %s sight", one, other, sight)
                                .isGreaterThanOrEqualTo(TOLD_APART);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingElseLooksLikeAnAlarm(Theme theme) {
        Tokens tokens = Tokens.of(theme);
        tokens.byName()
                .forEach((name, colour) -> {
                    if (!name.startsWith("alarm-")) {
                        for (Colour alarm : tokens.alarms()) {
                            assertThat(colour.lab().difference(alarm.lab()))
                                    .as("%s and %s", name, alarm)
                                    .isGreaterThanOrEqualTo(NO_ALARM);
                        }
                    }
                });
    }
}
