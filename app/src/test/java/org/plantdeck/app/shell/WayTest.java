package org.plantdeck.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class WayTest {

    private final Way way = new Way();

    private static Way.Stop stop(String screen, String... arguments) {
        return new Way.Stop(screen, List.of(arguments));
    }

    private void go(String... screens) {
        for (String screen : screens) {
            way.go(stop(screen));
        }
    }

    @Test
    void aWayBeginsNowhere() {
        assertThat(way.here()).isEmpty();
        assertThat(way.canGoBack()).isFalse();
        assertThat(way.canGoForward()).isFalse();
        assertThat(way.back()).isEmpty();
        assertThat(way.forward()).isEmpty();
    }

    @Test
    void itLeadsBackAndForward() {
        go("overview", "hmi1", "hall");
        assertThat(way.back()).contains(stop("hmi1"));
        assertThat(way.back()).contains(stop("overview"));
        assertThat(way.canGoBack()).isFalse();
        assertThat(way.forward()).contains(stop("hmi1"));
        assertThat(way.here()).contains(stop("hmi1"));
        assertThat(way.forward()).contains(stop("hall"));
        assertThat(way.canGoForward()).isFalse();
    }

    @Test
    void whereOneTurnsOffWhatLayAheadIsForgotten() {
        go("overview", "hmi1", "hall");
        way.back();
        way.back();
        go("cloud");
        assertThat(way.canGoForward()).isFalse();
        assertThat(way.back()).contains(stop("overview"));
        assertThat(way.forward()).contains(stop("cloud"));
    }

    @Test
    void theSamePlaceTwiceIsOneStop() {
        go("overview", "overview");
        assertThat(way.canGoBack()).isFalse();
    }

    @Test
    void theSameScreenWithSomethingElseIsAnotherStop() {
        way.go(stop("historian", "factory/line1/pressure"));
        way.go(stop("historian", "factory/line1/vibration"));
        assertThat(way.back()).contains(stop("historian", "factory/line1/pressure"));
    }

    @Test
    void itRemembersTheLastFiftyStops() {
        for (int i = 0; i < 80; i++) {
            go("screen " + i);
        }
        int back = 0;
        while (way.canGoBack()) {
            way.back();
            back++;
        }
        assertThat(back).isEqualTo(49);
        assertThat(way.here()).contains(stop("screen 30"));
    }
}
