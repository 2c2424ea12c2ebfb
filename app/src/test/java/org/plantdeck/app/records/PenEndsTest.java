package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the newest values of several pens stand. */
class PenEndsTest {

    @Test
    void thoseThatHaveRoomStayWhereTheyAre() {
        assertThat(PenEnds.apart(new double[] {10, 60, 140}, 200)).containsExactly(10, 60, 140);
    }

    @Test
    void thoseThatWouldLieOnEachOtherGoDownOneAfterTheOther() {
        assertThat(PenEnds.apart(new double[] {10, 12, 14}, 200)).containsExactly(10, 29, 48);
    }

    @Test
    void atTheLowerEdgeTheyGoUp() {
        assertThat(PenEnds.apart(new double[] {180, 190, 190}, 200))
                .containsExactly(152.5, 171.5, 190.5);
    }
}
