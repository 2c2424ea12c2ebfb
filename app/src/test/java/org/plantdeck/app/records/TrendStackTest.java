package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;

import java.util.List;
import java.util.Optional;

/** Plots below each other and over each other, with their axes. */
@ExtendWith(Headless.class)
class TrendStackTest {

    private final List<TagFacts> tags =
            TagListModel.catalogue().stream()
                    .map(TagFacts::of)
                    .filter(TagFacts::isPlottable)
                    .toList();
    private final TagFacts one = tags.get(0);
    private final TagFacts two = tags.get(1);
    private final TagFacts three = tags.get(2);
    private final List<List<TagFacts>> axes = List.of(List.of(one, two), List.of(three));

    private TrendStack open(boolean overlaid) {
        TrendStack stack = new TrendStack();
        Look.dress(new Scene(stack, 900, 400), Theme.GREY);
        stack.lanes(axes, overlaid);
        stack.applyCss();
        stack.layout();
        return stack;
    }

    private static Optional<TagFacts> at(TrendStack stack, double x, double y) {
        return stack.axisAt(new Point2D(x, y)).map(TrendStack.Axis::pen);
    }

    @Test
    void eachAxisHasAPlotOfItsOwnOrAllAreInOne() {
        Headless.onScreen(() -> {
            TrendStack stacked = open(false);
            assertThat(stacked.lanes().stream().map(TrendLane::spec))
                    .containsExactly(
                            new TrendLane.Spec(List.of(List.of(one, two)), 1),
                            new TrendLane.Spec(List.of(List.of(three)), 3));
            assertThat(open(true).lanes().stream().map(TrendLane::spec))
                    .containsExactly(new TrendLane.Spec(axes, 1));
        });
    }

    @Test
    void aPlotThatStaysKeepsItsPlace() {
        Headless.onScreen(() -> {
            TrendStack stack = open(false);
            TrendLane first = stack.lanes().getFirst();
            stack.lanes(List.of(List.of(one, two)), false);
            assertThat(stack.lanes()).containsExactly(first);
            stack.lanes(List.of(List.of(two, one)), false);
            assertThat(stack.lanes()).doesNotContain(first);
        });
    }

    @Test
    void anAxisIsFoundLeftOfItsPlot() {
        Headless.onScreen(() -> {
            TrendStack stacked = open(false);
            assertThat(at(stacked, 40, 60)).contains(one);
            assertThat(at(stacked, 40, 360)).contains(three);
            assertThat(at(stacked, 300, 60)).isEmpty();

            TrendStack overlaid = open(true);
            assertThat(at(overlaid, 20, 200)).contains(three);
            assertThat(at(overlaid, 110, 200)).contains(one);
            assertThat(at(overlaid, 140, 200)).isEmpty();
        });
    }

    @Test
    void allPlotsBeginAndEndAlike() {
        Headless.onScreen(() -> {
            TrendStack stacked = open(false);
            assertThat(stacked.share(76)).isZero();
            assertThat(stacked.share(900 - 92)).isEqualTo(1);
            TrendStack overlaid = open(true);
            assertThat(overlaid.share(76 + 56)).isZero();
            assertThat(overlaid.share(900 - 92)).isEqualTo(1);
        });
    }
}
