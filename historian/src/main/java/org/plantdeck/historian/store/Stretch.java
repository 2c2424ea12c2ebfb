package org.plantdeck.historian.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A stretch of time that somebody lived through, such as a run. Threads: any.
 *
 * @param of who did
 * @param from its beginning, in it
 * @param to its end, not in it
 */
public record Stretch<W, T extends Comparable<? super T>>(W of, T from, T to) {

    private boolean contains(T at) {
        return from.compareTo(at) <= 0 && to.compareTo(at) > 0;
    }

    /**
     * What of a range is shown as whose, in the order of time; what nobody lived through is left
     * out.
     *
     * @param lives which may overlap; of those that lived through the same time the first is shown
     * @param from beginning of the range
     * @param to its end, not in it
     */
    public static <W, T extends Comparable<? super T>> List<Stretch<W, T>> shown(
            List<Stretch<W, T>> lives, T from, T to) {
        TreeSet<T> edges = new TreeSet<>(List.of(from, to));
        lives.forEach(it -> {
            edges.add(it.from());
            edges.add(it.to());
        });
        List<Stretch<W, T>> shown = new ArrayList<>();
        T begin = from;
        for (T end : edges.subSet(from, false, to, true)) {
            T at = begin;
            lives.stream()
                    .filter(it -> it.contains(at))
                    .findFirst()
                    .ifPresent(it -> shown.add(new Stretch<>(it.of(), at, end)));
            begin = end;
        }
        return shown;
    }
}
