package org.plantdeck.cloudanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.cloudanalytics.Windows.window;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.ResendRequest;

import java.sql.SQLException;

/** When the analytics ask for windows that are missing. */
class DeskGapsTest extends DeskGround {

    @Test
    void aGapIsAskedForOnceAndThenFilled() throws SQLException {
        take(window("r", 1), window("r", 4), window("r", 5), window("r", 6));

        assertThat(sweepAfter(0)).containsExactly(new ResendRequest("r", 2, 3));
        assertThat(sweepAfter(1)).isEmpty();
        assertThat(desk.figures().standing().missing()).isEqualTo(2);

        take(window("r", 3), window("r", 2));
        assertThat(sweepAfter(100)).isEmpty();
        assertThat(desk.figures().standing().missing()).isZero();
        assertThat(desk.figures().requests()).isEqualTo(1);
        assertThat(stored("r")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aRestartAsksAgainForAGapThatWasOpenAndNotForALostOne() throws SQLException {
        take(window("r", 2), window("r", 3), window("r", 4), window("r", 5));
        sweepAfter(0);
        sweepAfter(5);
        sweepAfter(10);
        assertThat(desk.figures().standing().lost()).isEqualTo(1);
        take(window("r", 8));

        restart();

        assertThat(sweepAfter(0)).containsExactly(new ResendRequest("r", 6, 7));
        assertThat(desk.figures().standing().lost()).isEqualTo(1);
        assertThat(desk.figures().standing().missing()).isEqualTo(2);
    }

    @Test
    void nobodyIsAskedWhileTheBridgeCannotHear() throws SQLException {
        take(window("r", 1), window("r", 3), window("r", 4), window("r", 5));
        assertThat(sweepAfter(0)).hasSize(1);
        assertThat(sweepAfter(5)).hasSize(1);

        clock.advanceSeconds(3600);
        desk.sweep(false);
        assertThat(link.takeRequests()).isEmpty();

        assertThat(sweepAfter(0)).containsExactly(new ResendRequest("r", 2, 2));
        assertThat(desk.figures().standing().lost()).isZero();
    }

    @Test
    void aNewConnectionAsksAnew() throws SQLException {
        take(window("r", 1), window("r", 3), window("r", 4), window("r", 5));
        assertThat(sweepAfter(0)).hasSize(1);
        assertThat(sweepAfter(1)).isEmpty();

        link.comeUp();

        assertThat(sweepAfter(0)).containsExactly(new ResendRequest("r", 2, 2));
    }
}
