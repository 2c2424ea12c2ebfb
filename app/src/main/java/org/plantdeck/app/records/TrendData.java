package org.plantdeck.app.records;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.records.TrendAsker.Outcome;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.Reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the history knows for the pens in view, now and some time before, and what has arrived
 * since. Threads: the screen's, unless said otherwise.
 */
final class TrendData implements AutoCloseable {

    private static final Words WORDS = Words.of(TrendData.class);

    private final Desk desk;
    private final TrendViewModel view;
    private final Ear ear;
    private final Courses courses = new Courses();
    private final TrendAsker asker;
    private final Earlier earlier;
    private final CursorReads reads;
    private Optional<HistoryExtent> extent = Optional.empty();
    private String told = "";
    private boolean answered;
    private boolean closed;

    /** Hears what has come. */
    interface Ear {

        /** What is stored; where that cannot be read, nothing, with the reason. */
        void contents(Optional<StoredContents> contents, String reason);

        /** Something to say; empty for nothing any more. */
        void tell(String sentence);

        /** There is something else to draw. */
        void changed();
    }

    /**
     * @param view is told how long an answer took
     */
    TrendData(Desk desk, TrendViewModel view, Ear ear) {
        this.desk = desk;
        this.view = view;
        this.ear = ear;
        asker = new TrendAsker(desk.history(), desk.door(), this::heard);
        earlier = new Earlier(desk.history(), desk.door(), this::heardEarlier);
        reads = new CursorReads(desk.history(), desk.door(), this::heardReads);
    }

    /** Asks what is stored. */
    void askContents() {
        var _ =
                desk.history()
                        .ask(StoredContents::of)
                        .whenComplete((contents, failure) ->
                                desk.door().event(() -> take(contents, failure)));
    }

    private void take(@Nullable StoredContents contents, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        if (contents != null) {
            extent = Optional.of(contents.extent());
        }
        ear.contents(Optional.ofNullable(contents), TrendAsker.sentence(failure));
    }

    private void heard(Outcome outcome) {
        Instant now = desk.session().wallClock().instant();
        answered = true;
        switch (outcome) {
            case Outcome.Answered(TrendAnswer answer, Duration took) -> {
                courses.take(answer);
                view.settled(took, true, now);
                if (extent.isEmpty()) {
                    askContents();
                }
                tell(damage(answer.damages()));
            }
            case Outcome.Failed(TrendRequest request, String sentence) -> {
                courses.take(request);
                view.settled(Duration.ZERO, false, now);
                tell(sentence);
            }
        }
        ear.changed();
    }

    /** Nothing is told twice: what others have told since stays until they take it away. */
    private void tell(String sentence) {
        if (!sentence.equals(told)) {
            told = sentence;
            ear.tell(sentence);
        }
    }

    /** What of the history is damaged; the rest is shown. */
    private static String damage(List<String> damages) {
        return damages.isEmpty() ? "" : WORDS.say("damaged", damages.size(), damages.getFirst());
    }

    private void heardReads() {
        if (!closed) {
            ear.changed();
        }
    }

    private void heardEarlier(String sentence) {
        if (!sentence.isEmpty()) {
            tell(sentence);
        }
        ear.changed();
    }

    /** Takes a reading that has arrived. Threads: any. */
    void take(Reading reading) {
        courses.take(reading);
    }

    /** Says up to when the plant has come; where nobody knows, it is what is stored. */
    void reach(Optional<Instant> plant) {
        Optional<Instant> stored = extent.flatMap(HistoryExtent::newest);
        plant.or(() -> stored)
                .ifPresent(it -> {
                    Instant oldest = extent.flatMap(HistoryExtent::oldest).orElse(it);
                    view.extent(oldest.isBefore(it) ? oldest : it, it);
                    courses.know(it);
                });
    }

    /** Asks for a picture, and for what it is compared with. */
    void ask(TrendRequest request) {
        asker.ask(request);
        earlier.ask(request);
    }

    /** Compares with what was so much earlier; with nothing where there is no shift. */
    void compare(Optional<Duration> shift) {
        earlier.compare(shift);
    }

    /** How much earlier; empty where nothing is compared. */
    Optional<Duration> shift() {
        return earlier.shift();
    }

    /** The course of a tag; empty before the first answer about it. */
    Optional<StoredCourse> of(StoredTag tag) {
        return courses.of(tag);
    }

    /** The earlier course of a tag; none while there is no answer, or nothing to compare with. */
    Optional<Pen> earlier(StoredTag tag) {
        return earlier.pen(tag);
    }

    /** What was measured where the cursors stand. */
    CursorReads reads() {
        return reads;
    }

    /** From when to when something is stored; empty while that is not known. */
    Optional<HistoryExtent> extent() {
        return extent;
    }

    /** Counts whatever changes the picture. */
    long changes() {
        return courses.changes() + earlier.changes();
    }

    /** Counts the runs of the plant. */
    long runs() {
        return courses.runs();
    }

    /** Whether the first question is settled. */
    boolean isAnswered() {
        return answered;
    }

    @Override
    public void close() {
        closed = true;
        asker.close();
        earlier.close();
    }
}
