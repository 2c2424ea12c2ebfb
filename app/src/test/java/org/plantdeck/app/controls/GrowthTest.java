package org.plantdeck.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.Headless;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A list in a window makes its rows bit by bit; one that nobody sees makes them at once. */
@ExtendWith(Headless.class)
class GrowthTest {

    private static final List<Integer> ROWS = IntStream.range(0, 100).boxed().toList();
    private static final int HEIGHT = 600;

    private final GrowingList<Integer> list = Headless.onScreen(() -> new GrowingList<Integer>());
    private final StackPane root = Headless.onScreen(() -> new StackPane(list));
    private final Scene scene = Headless.onScreen(() -> new Scene(root, 300, HEIGHT));
    private Stage stage;

    private void open() {
        stage =
                Headless.onScreen(() -> {
                    Stage opened = new Stage();
                    opened.setScene(scene);
                    opened.show();
                    return opened;
                });
    }

    @AfterEach
    void close() {
        if (stage != null) {
            Headless.onScreen(stage::close);
        }
    }

    /** How far down there are rows, in pixels. */
    private double reach() {
        root.applyCss();
        root.layout();
        return root.lookupAll(".list-cell").stream()
                .filter(it -> it.isVisible() && it instanceof ListCell<?> cell && !cell.isEmpty())
                .mapToDouble(it -> it.localToScene(it.getBoundsInLocal()).getMaxY())
                .max()
                .orElse(0);
    }

    @Test
    void theRowsOfAWindowComeOverSeveralPulses() {
        Headless.onScreen(() -> list.getItems().setAll(ROWS));
        open();
        List<Double> reached = new ArrayList<>();
        Await.until(
                "all rows",
                () ->
                        Headless.onScreen(() -> {
                            reached.add(reach());
                            return Unfolding.isOver(root);
                        }));
        assertThat(Headless.onScreen(this::reach)).isGreaterThanOrEqualTo(HEIGHT);
        assertThat(reached).isSorted();
        assertThat(reached.getFirst()).isLessThan(HEIGHT);
    }

    @Test
    void anEmptyListHoldsNothingBack() {
        open();
        Headless.onScreen(() -> {
            reach();
            assertThat(Unfolding.isOver(root)).isTrue();
            list.getItems().setAll(ROWS);
            reach();
            assertThat(Unfolding.isOver(root)).isFalse();
        });
    }

    @Test
    void whatNobodySeesIsThereAtOnce() {
        Headless.onScreen(() -> {
            list.getItems().setAll(ROWS);
            assertThat(reach()).isGreaterThanOrEqualTo(HEIGHT);
            assertThat(Unfolding.isOver(root)).isTrue();
        });
    }

    @Test
    void whatIsHiddenIsNotWaitedFor() {
        Headless.onScreen(() -> list.getItems().setAll(ROWS));
        open();
        Headless.onScreen(() -> {
            reach();
            list.setVisible(false);
            assertThat(Unfolding.isOver(root)).isTrue();
        });
    }
}
