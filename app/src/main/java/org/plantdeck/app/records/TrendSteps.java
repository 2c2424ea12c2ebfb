package org.plantdeck.app.records;

import org.plantdeck.app.trends.TimeWindow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What was shown before, step by step, and what was shown after that when it is gone back. Acts of
 * one kind that follow each other at once are one step, and so is a drag, however long it takes.
 * Threads: the screen's.
 */
final class TrendSteps {

    /** So many steps can be undone; the oldest is forgotten first. */
    static final int MOST = 100;

    /** Acts of one kind are one step while no more than this lies between two of them. */
    static final Duration RUN = Duration.ofSeconds(1);

    private final Deque<Shown> before = new ArrayDeque<>();
    private final Deque<Shown> after = new ArrayDeque<>();
    private Optional<Act> last = Optional.empty();
    private Instant lastAt = Instant.MIN;

    /**
     * What is shown.
     *
     * @param window the stretch of time
     * @param live whether it follows the plant
     */
    record Shown(TimeWindow window, boolean live) {}

    /** What changes the picture. */
    sealed interface Act {

        /** Something that is done in short steps: the wheel, a key. */
        record Run(String kind) implements Act {}

        /** Moving by the mouse, which began with a picture. */
        record Drag(TimeWindow begun) implements Act {}

        /** Something that is done at once. */
        record Once() implements Act {}
    }

    /** Says that a picture is left for another one. */
    void leave(Shown shown, Act act, Instant now) {
        boolean goesOn =
                last.filter(act::equals).isPresent()
                        && switch (act) {
                            case Act.Run _ -> !now.isAfter(lastAt.plus(RUN));
                            case Act.Drag _ -> true;
                            case Act.Once _ -> false;
                        };
        last = Optional.of(act);
        lastAt = now;
        if (goesOn) {
            return;
        }
        after.clear();
        before.addLast(shown);
        if (before.size() > MOST) {
            before.removeFirst();
        }
    }

    /** Goes back a step; empty where there is none. */
    Optional<Shown> undo(Shown now) {
        return go(now, before, after);
    }

    /** Takes the last step that was gone back; empty where there is none. */
    Optional<Shown> redo(Shown now) {
        return go(now, after, before);
    }

    private Optional<Shown> go(Shown now, Deque<Shown> from, Deque<Shown> to) {
        last = Optional.empty();
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.addLast(now);
        return Optional.of(from.removeLast());
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }
}
