package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrendColumnsTest {

    private final TrendColumns columns = new TrendColumns(3);

    @Test
    void aColumnWithoutAValueHasNoNumber() {
        assertThat(columns.size()).isEqualTo(3);
        assertThat(columns.isEmpty()).isTrue();
        assertThat(columns.has(1)).isFalse();
        assertThat(columns.least(1)).isNaN();
        assertThat(columns.largest(1)).isNaN();
        assertThat(columns.mean(1)).isNaN();
    }

    @Test
    void aColumnGrowsWithWhatIsAdded() {
        columns.add(1, 4, 6, 5);
        columns.add(1, 2, 5, 3);
        assertThat(columns.isEmpty()).isFalse();
        assertThat(columns.has(0)).isFalse();
        assertThat(columns.has(1)).isTrue();
        assertThat(columns.least(1)).isEqualTo(2);
        assertThat(columns.largest(1)).isEqualTo(6);
        assertThat(columns.mean(1)).isEqualTo(4);
    }

    @Test
    void valuesBelowZeroAreLeastAndLargestToo() {
        columns.add(2, -3, -1, -2);
        assertThat(columns.least(2)).isEqualTo(-3);
        assertThat(columns.largest(2)).isEqualTo(-1);
    }
}
