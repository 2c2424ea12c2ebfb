package org.plantdeck.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.ResendRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RangesTest {

    private final Ranges ranges = new Ranges();

    private List<ResendRequest> drain() {
        List<ResendRequest> all = new ArrayList<>();
        for (Optional<ResendRequest> next = ranges.first();
                next.isPresent();
                next = ranges.first()) {
            all.add(next.get());
            ranges.done(next.get(), next.get().to());
        }
        return all;
    }

    private static ResendRequest range(long from, long to) {
        return new ResendRequest("run", from, to);
    }

    @Test
    void rangesThatTouchAreOne() {
        ranges.add(range(10, 12));
        ranges.add(range(20, 25));
        ranges.add(range(13, 15));
        ranges.add(range(1, 3));
        assertThat(drain()).containsExactly(range(1, 3), range(10, 15), range(20, 25));
    }

    @Test
    void aRangeSwallowsThoseInside() {
        ranges.add(range(10, 12));
        ranges.add(range(20, 25));
        ranges.add(range(5, 22));
        ranges.add(range(6, 7));
        assertThat(drain()).containsExactly(range(5, 25));
    }

    @Test
    void theRunAskedForFirstIsAnsweredFirst() {
        ranges.add(new ResendRequest("b", 1, 1));
        ranges.add(new ResendRequest("a", 1, 1));
        assertThat(drain()).extracting(ResendRequest::run).containsExactly("b", "a");
    }

    @Test
    void aRangeDoneInPartKeepsTheRest() {
        ranges.add(range(10, 20));
        ranges.done(range(10, 20), 14);
        assertThat(drain()).containsExactly(range(15, 20));
    }

    @Test
    void thereIsRoomForAThousand() {
        for (int i = 0; i < Ranges.MAX; i++) {
            assertThat(ranges.add(range(1 + 2L * i, 1 + 2L * i))).isTrue();
        }
        assertThat(ranges.add(range(9_999, 9_999))).isFalse();
        ranges.done(range(1, 1), 1);
        assertThat(ranges.add(range(9_999, 9_999))).isTrue();
    }
}
