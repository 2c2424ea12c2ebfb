package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Which pens there are, in which order and on which axes. */
class PensTest {

    private final List<TagFacts> tags =
            TagListModel.catalogue().stream()
                    .map(TagFacts::of)
                    .filter(TagFacts::isPlottable)
                    .toList();
    private final TagFacts one = tags.get(0);
    private final TagFacts two = tags.get(1);
    private final TagFacts three = tags.get(2);
    private final Pens pens = new Pens();

    @Test
    void eachPenHasAnAxisOfItsOwnAtFirst() {
        pens.add(one);
        pens.add(two);
        pens.add(one);

        assertThat(pens.axes()).containsExactly(List.of(one), List.of(two));
    }

    @Test
    void aPenThatGoesToAnotherAxisLeavesItsOwnBehind() {
        pens.add(one);
        pens.add(two);
        pens.share(one, two);

        assertThat(pens.axes()).containsExactly(List.of(two, one));
        assertThat(pens.shares(one)).isTrue();

        pens.alone(one);

        assertThat(pens.axes()).containsExactly(List.of(two), List.of(one));
        assertThat(pens.shares(two)).isFalse();
    }

    @Test
    void aTagCanBeBroughtToAnAxisAtOnce() {
        pens.add(one);
        assertThat(pens.share(two, one)).isTrue();
        assertThat(pens.share(three, three)).isTrue();

        assertThat(pens.axes()).containsExactly(List.of(one, two), List.of(three));
    }

    @Test
    void aPenMovesWithinItsAxisAndThenTheAxisMoves() {
        pens.add(one);
        pens.add(two);
        pens.share(three, two);

        assertThat(pens.move(three, -1)).isTrue();
        assertThat(pens.axes()).containsExactly(List.of(one), List.of(three, two));
        assertThat(pens.move(three, -1)).isTrue();
        assertThat(pens.axes()).containsExactly(List.of(three, two), List.of(one));
        assertThat(pens.move(three, -1)).isFalse();
        assertThat(pens.move(one, 1)).isFalse();
    }

    @Test
    void aNinthPenIsRefusedOnEveryAxis() {
        tags.subList(0, Pens.MOST).forEach(pens::add);
        TagFacts ninth = tags.get(Pens.MOST);

        assertThat(pens.add(ninth)).isFalse();
        assertThat(pens.share(ninth, one)).isFalse();
        assertThat(pens.share(two, one)).isTrue();
        assertThat(pens.all()).hasSize(Pens.MOST).doesNotContain(ninth);
    }
}
