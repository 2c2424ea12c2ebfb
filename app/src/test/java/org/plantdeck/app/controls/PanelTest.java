package org.plantdeck.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.Headless;

import java.util.stream.IntStream;

@ExtendWith(Headless.class)
class PanelTest {

    @Test
    void aFoldedPanelShowsItsNewestContentWhenItIsUnfolded() {
        Headless.onScreen(() -> {
            Region first = new Region();
            Region second = new Region();
            Panel panel = new Panel("Tank", first);
            assertThat(first.getParent()).isNotNull();

            panel.fold();
            panel.content(second);
            assertThat(first.getParent()).isNull();
            assertThat(second.getParent()).isNull();

            panel.unfold();
            assertThat(second.getParent()).isNotNull();
            panel.content(first);
            assertThat(first.getParent()).isNotNull();
            assertThat(second.getParent()).isNull();
        });
    }

    private static VBox labels(String name) {
        VBox many = new VBox();
        IntStream.range(0, 60).forEach(it -> many.getChildren().add(new Label(name + it)));
        return many;
    }

    private static Panel inAWindow() {
        return Headless.onScreen(() -> {
            Panel panel = new Panel("Parts");
            Stage stage = new Stage();
            stage.setScene(new Scene(panel, 300, 300));
            stage.show();
            return panel;
        });
    }

    private static void awaitWhole(Panel panel) {
        Await.until("the panel", () -> Headless.onScreen(() -> Unfolding.isOver(panel)));
    }

    private static void close(Panel panel) {
        Headless.onScreen(() -> panel.getScene().getWindow().hide());
    }

    @Test
    void whatIsLargeComesOverSeveralPulsesWhereSomebodySeesIt() {
        Panel panel = inAWindow();
        VBox many = labels("part ");
        Headless.onScreen(() -> {
            panel.content(many);
            assertThat(many.getParent()).isNull();
            assertThat(Unfolding.isOver(panel)).isFalse();
        });
        awaitWhole(panel);
        assertThat(many.getParent()).isNotNull();
        assertThat(many.getChildren()).hasSize(60);
        close(panel);
    }

    @Test
    void whatIsSmallIsThereAtOnce() {
        Panel panel = inAWindow();
        Headless.onScreen(() -> {
            panel.instead("There are none.");
            assertThat(Unfolding.isOver(panel)).isTrue();
            assertThat(panel.lookup(".panel-instead")).isNotNull();
        });
        close(panel);
    }

    @Test
    void theNewestContentHoldsAndTheOtherKeepsAllItHas() {
        Panel panel = inAWindow();
        VBox first = labels("first ");
        VBox second = labels("second ");
        Headless.onScreen(() -> panel.content(first));
        Await.until(
                "a part of the first", () -> Headless.onScreen(() -> first.getParent() != null));
        Headless.onScreen(() -> panel.content(second));
        awaitWhole(panel);
        assertThat(first.getParent()).isNull();
        assertThat(first.getChildren()).hasSize(60);
        assertThat(second.getParent()).isNotNull();
        assertThat(second.getChildren()).hasSize(60);
        close(panel);
    }
}
