package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Texts;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.rules.Picture;
import org.plantdeck.app.rules.SceneRules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The trend under the hands of somebody, with the rules of good pictures. */
@ExtendWith(Headless.class)
class TrendToolsTest {

    private final FakeDesk fake;

    TrendToolsTest(FakeDesk fake) {
        this.fake = fake;
    }

    private HistorianScreen open() {
        fake.speaks();
        HistorianScreen screen =
                Headless.onScreen(() -> {
                    HistorianScreen opened =
                            new HistorianScreen(
                                    fake.desk(),
                                    List.of(
                                            "factory/energy/power_consumption",
                                            "factory/environment/temperature"));
                    opened.furnishing().forEach(Runnable::run);
                    Look.dress(new Scene(opened.node(), 1192, 644), Theme.GREY);
                    return opened;
                });
        Await.until(
                "the trend",
                () ->
                        Headless.onScreen(() -> {
                            settle(screen);
                            return screen.isComplete();
                        }));
        return screen;
    }

    private void settle(HistorianScreen screen) {
        for (int pass = 0; pass < 3; pass++) {
            screen.show(fake.desk().live().now());
            screen.node().applyCss();
            screen.node().layout();
        }
    }

    private static ButtonBase button(HistorianScreen screen, String name) {
        List<ButtonBase> found = new ArrayList<>();
        Texts.visible(
                screen.node(),
                it -> {
                    if (it instanceof ButtonBase button
                            && (name.equals(button.getText())
                                    || name.equals(button.getAccessibleText()))) {
                        found.add(button);
                    }
                });
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private static ComboBox<?> comparison(HistorianScreen screen) {
        List<ComboBox<?>> found = new ArrayList<>();
        Texts.visible(
                screen.node(),
                it -> {
                    if (it instanceof ComboBox<?> box) {
                        found.add(box);
                    }
                });
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static void press(HistorianScreen screen, KeyCode key, boolean control) {
        screen.node()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    @Test
    void twoCursorsAreReadSideBySideAndNoRuleIsBroken() {
        HistorianScreen screen = open();
        try {
            Headless.onScreen(() -> {
                assertThat(button(screen, "Zoom into what lies between the cursors").isDisabled())
                        .isTrue();
                button(screen, "Cursor A").fire();
                button(screen, "Cursor B").fire();
                comparison(screen).getSelectionModel().select(1);
                settle(screen);
            });
            Await.until(
                    "the comparison",
                    () ->
                            Headless.onScreen(() -> {
                                settle(screen);
                                return Texts.words(screen.node()).contains("dashed: 1 h earlier");
                            }));
            Headless.onScreen(() -> {
                assertThat(Texts.words(screen.node()))
                        .contains("A", "B", "At A", "At B", "B − A", "Between A and B")
                        .anyMatch(it -> it.endsWith("20 min later"));
                SceneRules rules = new SceneRules(screen.node().getScene());
                assertThat(rules.cutOff()).isEmpty();
                assertThat(rules.overlapping()).isEmpty();
                assertThat(rules.tooSmallToHit()).isEmpty();
                assertThat(rules.nameless()).isEmpty();
                assertThat(rules.unreachable()).isEmpty();
            });
        } finally {
            Headless.onScreen(screen::close);
        }
    }

    @Test
    void theKeysGoBackAndForwardFromWhereverTheFocusIs() {
        HistorianScreen screen = open();
        try {
            Headless.onScreen(() -> {
                assertThat(button(screen, "Forward again (Ctrl+Y)").isDisabled()).isTrue();
                button(screen, "8 h").fire();
                settle(screen);
                assertThat(Texts.words(screen.node())).anyMatch(it -> it.contains("· 8 h"));
                press(screen, KeyCode.Z, true);
                settle(screen);
                assertThat(button(screen, "Forward again (Ctrl+Y)").isDisabled()).isFalse();
                assertThat(Texts.words(screen.node())).anyMatch(it -> it.contains("· 60 min"));
                press(screen, KeyCode.Y, true);
                settle(screen);
                assertThat(Texts.words(screen.node())).anyMatch(it -> it.contains("· 8 h"));
            });
        } finally {
            Headless.onScreen(screen::close);
        }
    }

    @Test
    void tagsLieOverEachOtherWithTheirNumbersAndNoRuleIsBroken() {
        HistorianScreen screen = open();
        try {
            Headless.onScreen(() -> {
                button(screen, "Lay all tags over each other in one plot").fire();
                button(screen, "Cursor A").fire();
                settle(screen);
                List<String> words = Texts.words(screen.node());
                assertThat(words).contains("1", "2", "Energy · power consumption, kW");
                SceneRules rules = new SceneRules(screen.node().getScene());
                assertThat(rules.cutOff()).isEmpty();
                assertThat(rules.overlapping()).isEmpty();
                assertThat(rules.leaving()).isEmpty();
                assertThat(
                                rules.tooFaintToRead(
                                        Picture.of(screen.node().getScene().snapshot(null))))
                        .isEmpty();
                assertThat(rules.nameless()).isEmpty();
                assertThat(rules.mouseOnly()).isEmpty();
                assertThat(rules.unreachable()).isEmpty();
            });
        } finally {
            Headless.onScreen(screen::close);
        }
    }

    @Test
    void anEarlierTimeIsTypedAndAMistakeIsNamed() {
        HistorianScreen screen = open();
        try {
            Headless.onScreen(() -> {
                ShiftBox box = (ShiftBox) comparison(screen);
                box.getEditor().setText("2x");
                box.commitValue();
                settle(screen);
                assertThat(Texts.words(screen.node()))
                        .contains("“x” is not a unit of time here; write s, min, h, d or w.");
                box.getEditor().setText("10m 30s");
                box.commitValue();
                settle(screen);
                assertThat(Texts.words(screen.node())).contains("dashed: 10 min 30 s earlier");
                assertThat(box.getEditor().getText()).isEqualTo("10 min 30 s earlier");
                box.commitValue();
                assertThat(box.getValue()).isEqualTo(Duration.ofSeconds(630));
                box.getEditor().clear();
                box.commitValue();
                settle(screen);
                assertThat(Texts.words(screen.node())).noneMatch(it -> it.startsWith("dashed"));
            });
        } finally {
            Headless.onScreen(screen::close);
        }
    }
}
