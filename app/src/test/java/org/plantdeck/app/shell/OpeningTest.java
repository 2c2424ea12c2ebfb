package org.plantdeck.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.live.Snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * A screen comes into a window in steps; the one that is asked for last is the one that is seen.
 */
@ExtendWith(Headless.class)
class OpeningTest {

    private final FakeDesk fake;
    private final List<String> told = new ArrayList<>();
    private final List<ScreenKind> kinds =
            List.of(kind("one", 1), kind("two", 2), kind("three", 3));
    private Runnable whileTwoIsBuilt = () -> {};
    private Stage stage;

    OpeningTest(FakeDesk fake) {
        this.fake = fake;
    }

    private ScreenKind kind(String word, int level) {
        return new ScreenKind(word, level, word, word, Feather.SQUARE, (_, _) -> new Telling(word));
    }

    /** Tells what becomes of it. */
    private final class Telling implements Screen {

        private final String word;
        private final Region node = new Region();
        private boolean shown;

        Telling(String word) {
            this.word = word;
            tell("built");
            if (word.equals("two")) {
                whileTwoIsBuilt.run();
            }
        }

        private void tell(String what) {
            told.add(word + " " + what);
        }

        @Override
        public Region node() {
            return node;
        }

        @Override
        public List<Runnable> furnishing() {
            return List.of(
                    () -> tell(node.getScene() == null ? "furnished" : "furnished late"),
                    () -> tell("furnished more"));
        }

        @Override
        public void show(Snapshot now) {
            if (!shown) {
                shown = true;
                tell("shown");
            }
        }

        @Override
        public void close() {
            tell("closed");
        }
    }

    @BeforeEach
    void open() {
        stage =
                Headless.onScreen(() -> {
                    Stage opened = new Stage();
                    new DeskWindows(fake.desk(), kinds).openMain(opened, "one");
                    return opened;
                });
        awaitWhole();
        assertThat(told)
                .containsExactly("one built", "one furnished", "one furnished more", "one shown");
        told.clear();
    }

    @AfterEach
    void close() {
        Headless.onScreen(stage::close);
    }

    private void press(KeyCode code) {
        Event.fireEvent(
                stage.getScene(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
    }

    private void awaitWhole() {
        Await.until("the screen", () -> Headless.onScreen(() -> shell().isComplete()));
    }

    private ShellPane shell() {
        return (ShellPane) stage.getScene().lookup(".shell");
    }

    @Test
    void theNextScreenIsThereBeforeTheOneBeforeIsClosed() {
        Headless.onScreen(() -> {
            press(KeyCode.DIGIT2);
            assertThat(told).as("before the first step").isEmpty();
            assertThat(shell().isComplete()).isFalse();
        });
        awaitWhole();
        assertThat(told)
                .containsExactly(
                        "two built",
                        "two furnished",
                        "two furnished more",
                        "one closed",
                        "two shown");
    }

    @Test
    void aScreenThatIsOvertakenIsNotBuilt() {
        Headless.onScreen(() -> {
            press(KeyCode.DIGIT2);
            press(KeyCode.DIGIT3);
        });
        awaitWhole();
        assertThat(told)
                .containsExactly(
                        "three built",
                        "three furnished",
                        "three furnished more",
                        "one closed",
                        "three shown");
    }

    @Test
    void aScreenThatIsOvertakenWhileItIsBuiltIsClosed() {
        whileTwoIsBuilt = () -> press(KeyCode.DIGIT3);
        Headless.onScreen(() -> press(KeyCode.DIGIT2));
        awaitWhole();
        assertThat(told)
                .contains("two built", "two closed", "one closed", "three shown")
                .doesNotContain("two shown", "two furnished");
    }

    @Test
    void aWindowThatIsClosedMeanwhileLeavesNothingOpen() {
        whileTwoIsBuilt = stage::close;
        Headless.onScreen(() -> press(KeyCode.DIGIT2));
        Await.until("the end of it", () -> Headless.onScreen(() -> told.contains("two closed")));
        assertThat(told).contains("one closed").doesNotContain("two shown");
    }
}
