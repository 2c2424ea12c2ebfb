package org.plantdeck.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Headless;

@ExtendWith(Headless.class)
class WithheldTest {

    private final Node a = new Label("a");
    private final Node b = new Label("b");
    private final Node c = new Label("c");
    private final VBox pane = new VBox(a, b, c);
    private final Withheld withheld = new Withheld(pane);

    private void giveAllBack() {
        while (withheld.peek() != null) {
            withheld.giveBack();
        }
    }

    @Test
    void theFirstChildStaysAndTheOthersComeBackInTheirOrder() {
        assertThat(pane.getChildren()).containsExactly(a);
        withheld.giveBack();
        assertThat(pane.getChildren()).containsExactly(a, b);
        giveAllBack();
        assertThat(pane.getChildren()).containsExactly(a, b, c);
    }

    @Test
    void whatIsAddedMeanwhileComesAfterThem() {
        Node later = new Label("later");
        pane.getChildren().add(later);
        giveAllBack();
        assertThat(pane.getChildren()).containsExactly(a, b, c, later);
    }

    @Test
    void whatTakesTheirPlaceHolds() {
        Node other = new Label("other");
        pane.getChildren().setAll(other);
        giveAllBack();
        assertThat(pane.getChildren()).containsExactly(other);
    }

    @Test
    void whatIsElsewhereMeanwhileStaysThere() {
        VBox elsewhere = new VBox(b);
        giveAllBack();
        assertThat(pane.getChildren()).containsExactly(a, c);
        assertThat(elsewhere.getChildren()).containsExactly(b);
    }
}
