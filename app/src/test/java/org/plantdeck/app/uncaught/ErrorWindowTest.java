package org.plantdeck.app.uncaught;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.stage.Modality;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeClock;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Nodes;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.rules.SceneRules;

/** A window says what went wrong and keeps nobody from working. */
@ExtendWith(Headless.class)
class ErrorWindowTest {

    private final RuntimeException one = new IllegalStateException("the first");
    private final RuntimeException other = new UnsupportedOperationException("the other");

    private final Stage main = Headless.onScreen(() -> new Stage());
    private final ErrorWindow window = new ErrorWindow(main, () -> Theme.DARK);
    private final UncaughtErrors errors =
            new UncaughtErrors(Toolkit.SCREEN, new FakeClock(), window::show);

    @AfterEach
    void close() {
        Headless.onScreen(() -> window.stage().ifPresent(Stage::close));
        Headless.onScreen(main::close);
    }

    private void comes(RuntimeException error) {
        errors.uncaughtException(Thread.currentThread(), error);
        Headless.onScreen(() -> {});
    }

    private Stage stage() {
        return Headless.onScreen(() -> window.stage().orElseThrow());
    }

    private Parent root() {
        return stage().getScene().getRoot();
    }

    @Test
    void theSameErrorCountsUpInTheWindowThatIsThere() {
        comes(one);
        Stage first = stage();
        Nodes.awaitWords(root(), "Something went wrong in PlantDeck; the plant goes on.");
        Nodes.awaitWords(root(), "It came once");
        for (int i = 0; i < 3; i++) {
            comes(one);
        }
        comes(other);

        Nodes.awaitWords(root(), "UnsupportedOperationException: the other");
        Nodes.awaitWords(root(), "Errors of other kinds: 1.");
        assertThat(stage()).isSameAs(first);
        Headless.onScreen(() -> assertThat(first.getModality()).isEqualTo(Modality.NONE));
    }

    @Test
    void detailsAreFoldedUntilTheyAreWantedAndAreCopied() {
        comes(one);
        Parent root = root();
        Headless.onScreen(() -> assertThat(Nodes.shows(root, "\tat ")).isFalse());
        Nodes.press(root(), "Details");
        Nodes.awaitWords(root(), "at org.plantdeck.app.uncaught.ErrorWindowTest");
        Nodes.press(root(), "Copy details");
        String copied =
                Headless.onScreen(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
        assertThat(copied).contains("IllegalStateException: the first\n\tat ");
        Headless.onScreen(() -> {
            SceneRules rules = new SceneRules(root.getScene());
            assertThat(rules.cutOff()).isEmpty();
            assertThat(rules.overlapping()).isEmpty();
            assertThat(rules.nameless()).isEmpty();
            assertThat(rules.tooSmallToHit()).isEmpty();
            assertThat(rules.unreachable()).isEmpty();
        });
    }

    @Test
    void itIsClosedWithTheWindowOfTheDesk() {
        Headless.onScreen(main::show);
        comes(one);
        Nodes.awaitWords(root(), "the first");
        Headless.onScreen(main::close);
        Await.until("it is closed", () -> Headless.onScreen(() -> window.stage().isEmpty()));
    }

    @Test
    void aWindowThatWasClosedComesBackForAnErrorOfAnotherKindAlone() {
        comes(one);
        Nodes.press(root(), "Close");
        Await.until("it is closed", () -> Headless.onScreen(() -> window.stage().isEmpty()));
        comes(one);
        Headless.onScreen(() -> assertThat(window.stage()).isEmpty());
        comes(other);
        Nodes.awaitWords(root(), "the other");
    }
}
