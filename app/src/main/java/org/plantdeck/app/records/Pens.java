package org.plantdeck.app.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is drawn: pens in an order, each on an axis of its own or on one it shares. Threads: the
 * screen's.
 */
final class Pens {

    /** So many can still be told apart on one screen. */
    static final int MOST = 8;

    private final List<List<TagFacts>> axes = new ArrayList<>();

    /** The pens of each axis, in order; no axis is without a pen. */
    List<List<TagFacts>> axes() {
        return axes.stream().map(List::copyOf).toList();
    }

    /** All of them, axis by axis. */
    List<TagFacts> all() {
        return axes.stream().flatMap(Collection::stream).toList();
    }

    boolean has(TagFacts pen) {
        return axisOf(pen).isPresent();
    }

    private Optional<List<TagFacts>> axisOf(TagFacts pen) {
        return axes.stream().filter(it -> it.contains(pen)).findFirst();
    }

    /**
     * Draws a tag on an axis of its own, behind all others; one that is drawn stays where it is.
     *
     * @return false where there are as many as can be drawn already
     */
    boolean add(TagFacts pen) {
        if (has(pen)) {
            return true;
        }
        if (all().size() >= MOST) {
            return false;
        }
        axes.add(new ArrayList<>(List.of(pen)));
        return true;
    }

    /** Draws a tag no more. */
    void remove(TagFacts pen) {
        axes.forEach(it -> it.remove(pen));
        axes.removeIf(List::isEmpty);
    }

    /** Draws nothing any more. */
    void clear() {
        axes.clear();
    }

    /**
     * Draws a tag on the axis of another.
     *
     * @return false where there are as many as can be drawn already
     */
    boolean share(TagFacts pen, TagFacts with) {
        Optional<List<TagFacts>> axis = axisOf(with);
        if (axis.isEmpty() || pen.equals(with)) {
            return add(pen);
        }
        if (!has(pen) && all().size() >= MOST) {
            return false;
        }
        axes.forEach(it -> it.remove(pen));
        axis.get().add(pen);
        axes.removeIf(List::isEmpty);
        return true;
    }

    /** Gives a pen that shares an axis one of its own, behind that. */
    void alone(TagFacts pen) {
        axisOf(pen)
                .filter(it -> it.size() > 1)
                .ifPresent(it -> {
                    it.remove(pen);
                    axes.add(axes.indexOf(it) + 1, new ArrayList<>(List.of(pen)));
                });
    }

    /**
     * Draws a tag on an axis of its own, whether it is drawn already or not.
     *
     * @return false where there are as many as can be drawn already
     */
    boolean place(TagFacts pen) {
        alone(pen);
        return add(pen);
    }

    /** Whether a pen shares its axis. */
    boolean shares(TagFacts pen) {
        return axisOf(pen).filter(it -> it.size() > 1).isPresent();
    }

    /**
     * Moves a pen within its axis; at the end of it, the whole axis goes past the next one.
     *
     * @param by -1 for up, 1 for down
     * @return whether it could
     */
    boolean move(TagFacts pen, int by) {
        Optional<List<TagFacts>> axis = axisOf(pen);
        return axis.isPresent()
                && (swap(axis.get(), axis.get().indexOf(pen), by)
                        || swap(axes, axes.indexOf(axis.get()), by));
    }

    private static <T> boolean swap(List<T> list, int place, int by) {
        int other = place + by;
        if (other < 0 || other >= list.size()) {
            return false;
        }
        T moved = list.get(place);
        list.set(place, list.get(other));
        list.set(other, moved);
        return true;
    }
}
