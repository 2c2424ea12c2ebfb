package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Texts;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.rules.SceneRules;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The trend sets under the hands of somebody. */
@ExtendWith(Headless.class)
class TrendSetBarTest {

    @TempDir private Path folder;

    private TrendSet shown =
            new TrendSet("", List.of(List.of("one")), TrendSet.View.live(Duration.ofHours(1)));

    private TrendSetBar open() {
        TrendSetsModel model =
                new TrendSetsModel(new TrendSetFile(folder.resolve("trend-sets.json")));
        TrendSetBar bar = new TrendSetBar(model, () -> shown, it -> shown = it.named(""));
        Look.dress(new Scene(bar, 272, 200), Theme.GREY);
        return bar;
    }

    private static MenuItem item(TrendSetBar bar, String words) {
        return bar.items().stream()
                .filter(it -> words.equals(it.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words));
    }

    private static Button button(TrendSetBar bar, String words) {
        List<Button> found = new ArrayList<>();
        Texts.visible(
                bar,
                it -> {
                    if (it instanceof Button button && words.equals(button.getText())) {
                        found.add(button);
                    }
                });
        assertThat(found).as(words).hasSize(1);
        return found.getFirst();
    }

    /** What can be read, without icons. */
    private static List<String> words(TrendSetBar bar) {
        bar.applyCss();
        bar.layout();
        return Texts.words(bar).stream()
                .filter(it -> !it.isBlank() && Character.isLetter(it.codePointAt(0)))
                .toList();
    }

    private static TextField name(TrendSetBar bar) {
        return (TextField) bar.lookup(".filter-field");
    }

    private static void save(TrendSetBar bar, String name) {
        item(bar, "Save what is shown …").fire();
        name(bar).setText(name);
        button(bar, "Save set").fire();
    }

    @Test
    void aReadyMadeSetIsShownAndNamed() {
        Headless.onScreen(() -> {
            TrendSetBar bar = open();
            item(bar, "Hall comfort").fire();

            assertThat(shown.tags()).contains("factory/environment/humidity");
            assertThat(words(bar)).containsExactly("Hall comfort");
            assertThat(item(bar, "Rename …").isDisable()).isTrue();
            assertThat(item(bar, "Delete").isDisable()).isTrue();

            shown = new TrendSet("", List.of(), shown.view());
            bar.refresh();
            assertThat(words(bar)).containsExactly("Hall comfort · changed");
        });
    }

    @Test
    void whatIsShownIsSavedRenamedDeletedAndBroughtBack() {
        Headless.onScreen(() -> {
            TrendSetBar bar = open();
            save(bar, "Mine");
            assertThat(words(bar)).containsExactly("Mine", "Mine is saved.");

            item(bar, "Rename …").fire();
            name(bar).setText("Ours");
            name(bar).fireEvent(new javafx.event.ActionEvent());
            assertThat(words(bar)).contains("Mine is Ours now.");

            item(bar, "Delete").fire();
            assertThat(words(bar)).contains("Trend sets", "Ours is deleted.");
            button(bar, "Undo").fire();
            assertThat(words(bar)).contains("Ours", "It is as it was.");
            assertThat(item(bar, "Ours").isDisable()).isFalse();
        });
    }

    @Test
    void aNameThatCannotBeTakenIsSaidAndNoRuleIsBroken() {
        Headless.onScreen(() -> {
            TrendSetBar bar = open();
            item(bar, "Save what is shown …").fire();
            assertThat(button(bar, "Save set").isDisabled()).isTrue();
            name(bar).setText("Hall comfort");

            assertThat(button(bar, "Save set").isDisabled()).isTrue();
            assertThat(words(bar))
                    .contains("Hall comfort is a ready-made set; choose another name.");
            SceneRules rules = new SceneRules(bar.getScene());
            assertThat(rules.cutOff()).isEmpty();
            assertThat(rules.overlapping()).isEmpty();
            assertThat(rules.tooSmallToHit()).isEmpty();
            assertThat(rules.nameless()).isEmpty();
            assertThat(rules.unreachable()).isEmpty();

            name(bar)
                    .getParent()
                    .fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.ESCAPE,
                                    false,
                                    false,
                                    false,
                                    false));
            assertThat(words(bar)).containsExactly("Trend sets");
        });
    }
}
