package org.plantdeck.app;

import javafx.scene.Scene;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.rules.PaintRules;
import org.plantdeck.app.rules.Picture;
import org.plantdeck.app.rules.SceneRules;

import java.util.List;
import java.util.stream.Stream;

/** The rules of good pictures on those of a healthy plant: a sample, or all with screens.all. */
@ExtendWith(Headless.class)
class StillsTest {

    private static final double MOST_SATURATED = 0.005;
    private static final int LAST_UNIT_LEVEL = 2;

    private final FakeDesk fake;

    StillsTest(FakeDesk fake) {
        this.fake = fake;
    }

    static Stream<Still> stills() {
        return Still.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stills")
    void everyWordCanBeReadEveryControlUsedAndNothingLooksLikeAnAlarm(Still still) {
        SoftAssertions wrong = new SoftAssertions();
        still.look(
                fake,
                scene -> {
                    Picture picture = Picture.of(scene.snapshot(null));
                    colours(still, picture, wrong);
                    words(still, scene, picture, wrong);
                    none(wrong, still, "painted for nothing", new PaintRules(scene).wasted());
                });
        wrong.assertAll();
    }

    private static void colours(Still still, Picture picture, SoftAssertions wrong) {
        if (still.kind().level() <= LAST_UNIT_LEVEL) {
            wrong.assertThat(picture.saturatedShare())
                    .as("%s: share of saturated pixels", still)
                    .isLessThan(MOST_SATURATED);
            none(wrong, still, "like an alarm", picture.alarming(still.theme()));
            none(wrong, still, "of a strange hue", picture.strange(still.theme()));
        }
    }

    private static void words(Still still, Scene scene, Picture picture, SoftAssertions wrong) {
        SceneRules rules = new SceneRules(scene);
        none(wrong, still, "cut off", rules.cutOff());
        none(wrong, still, "overlapping", rules.overlapping());
        none(wrong, still, "leaving", rules.leaving());
        none(wrong, still, "too small to read", rules.tooSmallToRead());
        none(wrong, still, "too faint to read", rules.tooFaintToRead(picture));
        none(wrong, still, "too small to hit", rules.tooSmallToHit());
        none(wrong, still, "nameless", rules.nameless());
        none(wrong, still, "for the mouse alone", rules.mouseOnly());
        none(wrong, still, "not reached by Tab", rules.unreachable());
    }

    private static void none(SoftAssertions wrong, Still still, String what, List<String> found) {
        wrong.assertThat(found).as("%s: %s", still, what).isEmpty();
    }
}
