package org.plantdeck.bench.store;

import org.plantdeck.signal.TagType;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which groups of tags there are.
 *
 * @param types what the tags of each group are
 */
record Layout(List<List<TagType>> types) {

    Layout {
        types = types.stream().map(List::copyOf).toList();
    }

    /** Groups of equal width, as {@link Feed} fills them. */
    static Layout of(int groups, int tags) {
        return new Layout(
                Collections.nCopies(
                        groups, IntStream.range(0, tags).mapToObj(Feed::type).toList()));
    }

    int groups() {
        return types.size();
    }

    /** How many tags a group has. */
    int width(int group) {
        return types.get(group).size();
    }

    /** The number of a tag among all. */
    int tag(int group, int column) {
        int before = 0;
        for (int i = 0; i < group; i++) {
            before += width(i);
        }
        return before + column;
    }
}
