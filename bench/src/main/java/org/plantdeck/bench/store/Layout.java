package org.plantdeck.bench.store;

import java.util.Collections;
import java.util.List;

/**
 * Which groups of tags there are.
 *
 * @param widths how many tags each group has
 */
record Layout(List<Integer> widths) {

    Layout {
        widths = List.copyOf(widths);
    }

    /** Groups of equal width. */
    static Layout of(int groups, int tags) {
        return new Layout(Collections.nCopies(groups, tags));
    }

    int groups() {
        return widths.size();
    }

    /** The number of a tag among all. */
    int tag(int group, int column) {
        int before = 0;
        for (int i = 0; i < group; i++) {
            before += widths.get(i);
        }
        return before + column;
    }
}
