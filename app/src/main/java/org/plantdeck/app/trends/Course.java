package org.plantdeck.app.trends;

import java.time.Instant;
import java.util.List;

/** How a value went, as a plot draws it. Threads: any. */
public interface Course {

    /** What is known of [from, to), in equal columns. */
    TrendColumns columns(Instant from, Instant to, int columns);

    /** How many columns without a value a line leads across, where [from, to) has so many. */
    int join(Instant from, Instant to, int columns);

    /** How much it holds, in whatever it counts: a larger jump means that a history was read. */
    int filled();

    /** Stretches of [from, to) that are known to hold nothing; a plot marks them. */
    default List<Gap> gaps(Instant from, Instant to) {
        return List.of();
    }

    /**
     * A stretch without a value.
     *
     * @param from where it begins
     * @param to where it ends
     * @param bad whether readings came and had no value that can be believed; else none came
     */
    record Gap(Instant from, Instant to, boolean bad) {}
}
