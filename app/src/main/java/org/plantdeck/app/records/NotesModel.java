package org.plantdeck.app.records;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.door.Door;
import org.plantdeck.app.history.Archive;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.historian.annotations.Annotation;
import org.plantdeck.historian.annotations.AnnotationBook;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What people have noted about the stretch in view, and what is done to it. Threads: the screen's;
 * the file is read and written beside it.
 */
final class NotesModel implements AutoCloseable {

    /** Others may write to the same file: it is looked at again after so long. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Archive<AnnotationBook> book;
    private final Door door;
    private final InstantSource wallClock;
    private final String author;
    private final Runnable changed;
    private final Consumer<String> failed;
    private List<Annotation> notes = List.of();
    private Optional<TimeWindow> asked = Optional.empty();
    private Instant askAgainAt = Instant.MIN;
    private boolean asking;
    private boolean unread;
    private boolean undone;
    private Optional<Annotation> removed = Optional.empty();
    private boolean closed;

    /** Does something to the file. */
    private interface Act {
        void to(AnnotationBook book) throws Exception;
    }

    private NotesModel(Desk desk, Runnable changed, Consumer<String> failed) {
        Path database = desk.session().history().database();
        book = new Archive<>("notes", () -> AnnotationBook.of(database));
        door = desk.door();
        wallClock = desk.session().wallClock();
        author = desk.operator().name();
        this.changed = changed;
        this.failed = failed;
    }

    /**
     * The notes of the history of a desk.
     *
     * @param changed called when there are others to draw
     * @param failed is told what could not be read or stored, in words for the operator, and
     *     nothing at all once the same has come right
     */
    static NotesModel of(Desk desk, Runnable changed, Consumer<String> failed) {
        return new NotesModel(desk, changed, failed);
    }

    /** Those in view, the earliest first. */
    List<Annotation> notes() {
        return notes;
    }

    /** Says which stretch is in view; those about it are read where they are not known. */
    void look(TimeWindow view) {
        Instant now = wallClock.instant();
        boolean known = asked.filter(it -> covers(it, view)).isPresent();
        if (asking || (known && now.isBefore(askAgainAt))) {
            return;
        }
        TimeWindow wide =
                new TimeWindow(view.from().minus(view.span()), view.to().plus(view.span()));
        asked = Optional.of(wide);
        askAgainAt = now.plus(LOOK_AGAIN);
        asking = true;
        var _ =
                book.ask(it -> it.between(wide.from(), wide.to()))
                        .whenComplete((found, failure) -> door.event(() -> take(found, failure)));
    }

    private static boolean covers(TimeWindow wide, TimeWindow view) {
        return !view.from().isBefore(wide.from()) && !view.to().isAfter(wide.to());
    }

    private void take(@Nullable List<Annotation> found, @Nullable Throwable failure) {
        asking = false;
        if (closed) {
            return;
        }
        if (found != null && !found.equals(notes)) {
            notes = found;
            changed.run();
        }
        unread = tell(failure, unread);
    }

    /** Tells of a failure, or that the one before is over; says whether it was one. */
    private boolean tell(@Nullable Throwable failure, boolean before) {
        if (failure != null) {
            failed.accept(TrendAsker.sentence(failure));
        } else if (before) {
            failed.accept("");
        }
        return failure != null;
    }

    /** Whether a text can be noted. */
    static boolean isSound(String text) {
        String own = text.strip();
        return !own.isEmpty() && own.length() <= Annotation.TEXT_MAX;
    }

    /** Notes something about a stretch, which for a moment begins where it ends. */
    void add(Instant from, Instant to, String text) {
        Annotation wanted = new Annotation(0, from, to, text.strip(), author, wallClock.instant());
        act(it -> it.add(wanted));
    }

    /** Says something else. */
    void change(Annotation note, String text) {
        Annotation changed = note.saying(text.strip(), author, wallClock.instant());
        act(it -> it.put(changed));
    }

    /** Takes one away; {@link #bringBack} brings it back. */
    void remove(Annotation note) {
        removed = Optional.of(note);
        act(it -> it.remove(note.id()));
    }

    /** The one that was taken away last. */
    Optional<Annotation> removed() {
        return removed;
    }

    /** Brings back what was taken away last. */
    void bringBack() {
        removed.ifPresent(note -> act(it -> it.put(note)));
        removed = Optional.empty();
    }

    private void act(Act act) {
        var _ =
                book.<Boolean>ask(
                                it -> {
                                    act.to(it);
                                    return true;
                                })
                        .whenComplete((_, failure) -> door.event(() -> done(failure)));
    }

    private void done(@Nullable Throwable failure) {
        if (closed) {
            return;
        }
        undone = tell(failure, undone);
        askAgainAt = Instant.MIN;
        changed.run();
    }

    @Override
    public void close() {
        closed = true;
        book.close();
    }
}
