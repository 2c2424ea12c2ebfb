package org.plantdeck.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Headless;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(Headless.class)
class UnfoldingTest {

    private static final long PULSE = 16_000_000;

    private final VBox many = new VBox();
    private final GridPane grid = new GridPane();
    private final Panel panel = new Panel("Parts", new ScrollPane(grid));
    private final BorderPane screen = new BorderPane(new VBox(many, panel));
    private final List<String> wanted = new ArrayList<>();

    UnfoldingTest() {
        for (int i = 0; i < 60; i++) {
            many.getChildren().add(label("line " + i));
        }
        for (int i = 0; i < 60; i++) {
            grid.add(label("cell " + i), i % 3, i / 3);
        }
    }

    private Label label(String words) {
        wanted.add(words);
        return new Label(words);
    }

    private static List<String> labels(Node node) {
        if (node instanceof ScrollPane scroll) {
            return labels(scroll.getContent());
        }
        if (node instanceof Label label) {
            return List.of(label.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(it -> labels(it).stream())
                        .toList()
                : List.of();
    }

    private List<String> shown() {
        return labels(screen).stream().filter(wanted::contains).toList();
    }

    /** How many labels each pulse shows, until all are there. */
    private List<Integer> unfold(Unfolding unfolding) {
        return IntStream.iterate(1, _ -> !unfolding.isOver(), it -> it + 1)
                .map(pulse -> {
                    int before = shown().size();
                    unfolding.handle(pulse * PULSE);
                    return shown().size() - before;
                })
                .boxed()
                .toList();
    }

    @Test
    void everyNodeComesBackInItsPlaceAFewAPulse() {
        Unfolding unfolding = Unfolding.of(screen);
        assertThat(shown()).hasSize(1);
        assertThat(labels(screen)).as("frames are there").contains("Parts");

        List<Integer> counts = unfold(unfolding);

        assertThat(shown()).containsExactlyElementsOf(wanted);
        assertThat(counts.getFirst()).as("in the first pulse").isZero();
        assertThat(counts).allMatch(it -> it <= 40).hasSizeGreaterThan(3);
    }

    @Test
    void oneBitAndNoMoreComesInAPulseWhoseTimeIsUsedUp() {
        long[] nanos = new long[1];
        Unfolding unfolding = Unfolding.of(screen, new PulseTime(() -> nanos[0] += PULSE));

        List<Integer> counts = unfold(unfolding);

        assertThat(shown()).containsExactlyElementsOf(wanted);
        assertThat(counts).allMatch(it -> it <= 8).hasSizeGreaterThan(wanted.size() / 8);
    }

    @Test
    void whatComesToAPanelMeanwhileIsUnfoldedToo() {
        Unfolding unfolding = Unfolding.of(screen);
        VBox other = new VBox();
        IntStream.range(0, 60).forEach(it -> other.getChildren().add(label("other " + it)));
        panel.content(other);
        for (int pulse = 1; !unfolding.isOver(); pulse++) {
            unfolding.handle(pulse * PULSE);
        }
        assertThat(labels(panel)).contains("other 0", "other 59").doesNotContain("cell 0");
    }

    @Test
    void aSmallScreenIsThereAtOnce() {
        VBox small = new VBox(new Label("one"), new Label("two"));
        assertThat(Unfolding.of(small).isOver()).isTrue();
        assertThat(small.getChildren()).hasSize(2);
    }
}
