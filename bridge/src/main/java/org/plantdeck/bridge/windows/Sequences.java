package org.plantdeck.bridge.windows;

import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers of one source have come: the first, the highest and the gaps between. A number
 * below the highest that lies in no gap has come before. Threads: one.
 */
final class Sequences {

    /** Gaps remembered; a number of an older one counts as repeated when it comes after all. */
    static final int GAPS_MAX = 64;

    private final List<Gap> gaps = new ArrayList<>();
    private long first;
    private long highest;
    private long missing;

    private record Gap(long from, long to) {}

    Sequences() {}

    /** What a state kept earlier describes. */
    Sequences(SourceState state) {
        first = state.first();
        highest = state.highest();
        missing = state.missing();
        for (String gap : state.gaps().split(" ", -1)) {
            int dash = gap.indexOf('-');
            if (dash > 0) {
                gaps.add(
                        new Gap(
                                Long.parseLong(gap.substring(0, dash)),
                                Long.parseLong(gap.substring(dash + 1))));
            }
        }
    }

    /** Notes a number, from 1; false where it has come before. */
    boolean accept(long number) {
        if (highest == 0) {
            first = number;
            highest = number;
        } else if (number > highest) {
            open(highest + 1, number - 1);
            highest = number;
        } else if (number < first) {
            open(number + 1, first - 1);
            first = number;
        } else {
            return fill(number);
        }
        return true;
    }

    private void open(long from, long to) {
        if (from <= to) {
            missing += to - from + 1;
            add(gaps.size(), new Gap(from, to));
        }
    }

    private void add(int place, Gap gap) {
        gaps.add(place, gap);
        if (gaps.size() > GAPS_MAX) {
            gaps.removeFirst();
        }
    }

    private boolean fill(long number) {
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            if (gap.from() <= number && number <= gap.to()) {
                gaps.remove(i);
                if (number < gap.to()) {
                    gaps.add(i, new Gap(number + 1, gap.to()));
                }
                if (gap.from() < number) {
                    add(i, new Gap(gap.from(), number - 1));
                }
                missing--;
                return true;
            }
        }
        return false;
    }

    /** Numbers between the first and the highest that have not come. */
    long missing() {
        return missing;
    }

    /** The state to keep, with the newest event time of the source. */
    SourceState state(long newestMillis) {
        StringBuilder text = new StringBuilder();
        for (Gap gap : gaps) {
            text.append(text.isEmpty() ? "" : " ").append(gap.from()).append('-').append(gap.to());
        }
        return new SourceState(first, highest, missing, text.toString(), newestMillis);
    }
}
