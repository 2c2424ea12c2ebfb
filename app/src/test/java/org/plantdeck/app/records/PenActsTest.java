package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Headless;

import java.util.List;

/** What keys and menu do to a pen. */
@ExtendWith(Headless.class)
class PenActsTest {

    private final List<TagFacts> tags =
            TagListModel.catalogue().stream()
                    .map(TagFacts::of)
                    .filter(TagFacts::isPlottable)
                    .toList();
    private final TagFacts one = tags.get(0);
    private final TagFacts two = tags.get(1);
    private final TagFacts three = tags.get(2);
    private final Pens pens = new Pens();
    private int changes;
    private final PenActs acts = new PenActs(pens, () -> changes++);

    @BeforeEach
    void threePensOnAxesOfTheirOwn() {
        List.of(one, two, three).forEach(pens::add);
    }

    private void press(KeyCode key, boolean control, TagFacts pen) {
        acts.key(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false), pen);
    }

    private List<String> offered(TagFacts pen) {
        return acts.items(pen).stream()
                .filter(it -> !it.isDisable())
                .map(MenuItem::getText)
                .toList();
    }

    @Test
    void keysMoveAPenShareAnAxisAndTakeItAway() {
        press(KeyCode.UP, true, three);
        assertThat(pens.all()).containsExactly(one, three, two);
        press(KeyCode.J, false, three);
        assertThat(pens.axes()).containsExactly(List.of(one, three), List.of(two));
        press(KeyCode.O, false, three);
        assertThat(pens.axes()).containsExactly(List.of(one), List.of(three), List.of(two));
        press(KeyCode.DOWN, true, three);
        assertThat(pens.all()).containsExactly(one, two, three);
        press(KeyCode.DELETE, false, three);
        assertThat(pens.all()).containsExactly(one, two);
        assertThat(changes).isEqualTo(5);
    }

    @Test
    void whatCannotBeDoneIsNotOfferedAndDoesNothing() {
        assertThat(offered(one)).containsExactly("Move down", "Take away");
        assertThat(offered(three)).containsExactly("Move up", "Share the axis above", "Take away");
        pens.share(two, one);
        assertThat(offered(two))
                .containsExactly("Move up", "Move down", "Have an axis of its own", "Take away");

        press(KeyCode.UP, true, one);
        press(KeyCode.X, false, one);
        assertThat(changes).isZero();
    }

    @Test
    void theMenuDoesTheSame() {
        MenuItem join =
                acts.items(two).stream()
                        .filter(it -> "Share the axis above".equals(it.getText()))
                        .findFirst()
                        .orElseThrow();
        join.fire();

        assertThat(pens.axes()).containsExactly(List.of(one, two), List.of(three));
    }
}
