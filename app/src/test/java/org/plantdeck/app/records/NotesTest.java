package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Nodes;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.app.rules.SceneRules;
import org.plantdeck.historian.annotations.Annotation;
import org.plantdeck.historian.annotations.AnnotationBook;
import org.plantdeck.historian.store.StoreFailure;

import java.time.Instant;
import java.util.List;

/** Notes about times, as they are made, changed and removed on the trend. */
@ExtendWith(Headless.class)
class NotesTest {

    private final FakeDesk fake;
    private HistorianScreen screen;
    private TrendPane trend;
    private NoteStrip strip;

    NotesTest(FakeDesk fake) {
        this.fake = fake;
    }

    @BeforeEach
    void open() {
        fake.speaks();
        Headless.onScreen(() -> {
            screen = new HistorianScreen(fake.desk(), List.of("factory/energy/power_consumption"));
            screen.furnishing().forEach(Runnable::run);
            Look.dress(new Scene(screen.node(), 1192, 644), Theme.GREY);
            trend = one(TrendPane.class);
            strip = one(NoteStrip.class);
        });
        Await.until(
                "the trend",
                () ->
                        Headless.onScreen(() -> {
                            settle();
                            return screen.isComplete() && trend.stack().pixels() > 100;
                        }));
    }

    @AfterEach
    void close() throws StoreFailure {
        Headless.onScreen(screen::close);
        try (AnnotationBook book = book()) {
            for (Annotation each : stored()) {
                book.remove(each.id());
            }
        }
    }

    private AnnotationBook book() {
        return AnnotationBook.of(fake.desk().session().history().database());
    }

    private void settle() {
        for (int pass = 0; pass < 3; pass++) {
            screen.show(fake.desk().live().now());
            screen.node().applyCss();
            screen.node().layout();
        }
    }

    private <N extends Node> N one(Class<N> type) {
        return Nodes.everywhere(screen.node(), type).getFirst();
    }

    private void press(KeyCode key) {
        trend.stack()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private void fire(String words) {
        Nodes.all(strip, Button.class).stream()
                .filter(it -> it.getText().equals(words))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private String said() {
        return Nodes.all(strip, Label.class).getFirst().getText();
    }

    private void type(String text) {
        Nodes.all(strip, TextField.class).getFirst().setText(text);
    }

    private List<Button> flags() {
        return Nodes.all(trend.stack().notes(), Button.class);
    }

    private List<Annotation> stored() {
        try (AnnotationBook book = book()) {
            return book.between(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
        } catch (StoreFailure e) {
            throw new AssertionError(e);
        }
    }

    private void awaitFlags(String... words) {
        Await.until(
                "flags",
                () ->
                        Headless.onScreen(() -> {
                            settle();
                            return flags().stream()
                                    .map(Button::getText)
                                    .toList()
                                    .equals(List.of(words));
                        }));
    }

    private void note(String text) {
        press(KeyCode.N);
        settle();
        type(text);
        fire("Add note");
    }

    @Test
    void aNoteStandsAtTheTimeItIsAboutAndIsChangedRemovedAndBroughtBack() {
        Headless.onScreen(() -> note("  Filter changed "));
        awaitFlags("Filter changed");
        Annotation made = stored().getFirst();
        Instant middle = Headless.onScreen(() -> trend.view().grid().window().at(0.5));
        assertThat(made.isMoment()).isTrue();
        assertThat(made.from()).isBetween(middle.minusSeconds(2), middle.plusSeconds(2));
        assertThat(made.author()).isEqualTo(fake.desk().operator().name());

        Headless.onScreen(() -> {
            assertThat(flags().getFirst().getAccessibleText())
                    .isEqualTo("Note: Filter changed, " + NoteMarks.when(made));
            flags().getFirst().fire();
            assertThat(said())
                    .isEqualTo(
                            "%s, noted by %s"
                                    .formatted(
                                            NoteMarks.when(made), fake.desk().operator().name()));
            type("Filter of the hall changed");
            fire("Save note");
        });
        awaitFlags("Filter of the hall changed");

        Headless.onScreen(() -> {
            flags().getFirst().fire();
            fire("Remove note");
            assertThat(said())
                    .isEqualTo("The note about %s is removed.".formatted(NoteMarks.when(made)));
        });
        awaitFlags();
        assertThat(stored()).isEmpty();
        Headless.onScreen(() -> fire("Undo"));
        awaitFlags("Filter of the hall changed");
        Headless.onScreen(() -> assertThat(strip.isVisible()).isFalse());
    }

    @Test
    void betweenTheCursorsItIsAboutTheStretchAndFlagsDoNotCoverEachOther() {
        Instant at = Headless.onScreen(() -> trend.view().grid().window().at(0.25));
        Headless.onScreen(() -> {
            trend.cursors().set(Cursor.A, at);
            trend.cursors().set(Cursor.B, at.plusSeconds(600));
            note("Cleaning");
        });
        awaitFlags("Cleaning");
        assertThat(stored().getFirst().to())
                .isEqualTo(at.plusSeconds(600).truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        Headless.onScreen(() -> {
            trend.cursors().clear();
            trend.cursors().set(Cursor.A, at.plusSeconds(60));
            note("Just beside it");
        });
        awaitFlags("Cleaning", "Just beside it");
        Headless.onScreen(() -> {
            List<Button> flags = flags();
            assertThat(flags.get(1).getLayoutX()).isGreaterThan(flags.get(0).getLayoutX());
            assertThat(flags.get(1).getLayoutY()).isLessThan(flags.get(0).getLayoutY());
            SceneRules rules = new SceneRules(screen.node().getScene());
            assertThat(rules.cutOff()).isEmpty();
            assertThat(rules.nameless()).isEmpty();
        });
    }

    /** As the mouse does it: the event goes up through all that holds the plots. */
    @Test
    void aClickGivesTheKeysToThePlots() {
        Headless.onScreen(() -> {
            Scene scene = screen.node().getScene();
            Nodes.all(screen.node(), TextField.class).getFirst().requestFocus();
            assertThat(scene.getFocusOwner()).isNotSameAs(trend.stack());
            Event.fireEvent(trend.stack().lanes().getFirst(), click(MouseEvent.MOUSE_PRESSED));
            Event.fireEvent(trend.stack().lanes().getFirst(), click(MouseEvent.MOUSE_RELEASED));
            assertThat(scene.getFocusOwner()).isSameAs(trend.stack());
        });
    }

    private static MouseEvent click(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                100,
                40,
                100,
                40,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                type == MouseEvent.MOUSE_PRESSED,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    @Test
    void nothingIsNotedWithoutWordsAndEscapeLeaves() {
        Headless.onScreen(() -> {
            press(KeyCode.N);
            settle();
            type("   ");
            Button add =
                    Nodes.all(strip, Button.class).stream()
                            .filter(it -> it.getText().equals("Add note"))
                            .findFirst()
                            .orElseThrow();
            assertThat(add.isDisabled()).isTrue();
            type("x".repeat(501));
            assertThat(add.isDisabled()).isTrue();
            SceneRules rules = new SceneRules(screen.node().getScene());
            settle();
            assertThat(rules.cutOff()).isEmpty();
            strip.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ESCAPE,
                            false,
                            false,
                            false,
                            false));
            assertThat(strip.isVisible()).isFalse();
        });
        assertThat(stored()).isEmpty();
    }
}
