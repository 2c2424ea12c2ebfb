package org.plantdeck.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Headless;

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
}
