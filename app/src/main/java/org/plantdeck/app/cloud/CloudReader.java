package org.plantdeck.app.cloud;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads analytics.db again and again while the screen is open: what changes from window to window
 * every few seconds, what takes longer every minute. Threads: the screen's; the reading itself is
 * done on the archive's.
 */
final class CloudReader implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration DAY_PAUSE = Duration.ofMinutes(1);

    private final Desk desk;
    private final Runnable shown;
    private Optional<CloudFigures> figures = Optional.empty();
    private Optional<DayFigures> day = Optional.empty();
    private String trouble = "";
    private Instant readAt = Instant.MIN;
    private Instant dayReadAt = Instant.MIN;
    private boolean underWay;
    private boolean again;
    private boolean complete;
    private boolean closed;

    /** What one look at the database gave. */
    private record Look(Optional<CloudFigures> figures, Optional<DayFigures> day) {}

    /**
     * @param shown called whenever something was read
     */
    CloudReader(Desk desk, Runnable shown) {
        this.desk = desk;
        this.shown = shown;
    }

    /** Reads where it is time to. */
    void read(Instant now) {
        boolean due = again || Duration.between(readAt, now).compareTo(PAUSE) >= 0;
        if (closed || underWay || !due) {
            return;
        }
        boolean dayToo =
                day.isEmpty() || Duration.between(dayReadAt, now).compareTo(DAY_PAUSE) >= 0;
        underWay = true;
        again = false;
        readAt = now;
        dayReadAt = dayToo ? now : dayReadAt;
        var _ =
                desk.cloud()
                        .ask(queries -> look(queries, dayToo))
                        .whenComplete(
                                (look, failure) -> desk.door().event(() -> took(look, failure)));
    }

    private static Look look(AnalyticsQueries queries, boolean dayToo) {
        Optional<CloudFigures> figures = CloudFigures.read(queries);
        return new Look(
                figures,
                dayToo
                        ? figures.map(it -> CloudFigures.readDay(queries, it.latest()))
                        : Optional.empty());
    }

    private void took(@Nullable Look look, @Nullable Throwable failure) {
        underWay = false;
        complete = true;
        if (closed) {
            return;
        }
        if (look != null) {
            boolean sameRun = run(figures).equals(run(look.figures()));
            day = look.day().or(() -> sameRun ? day : Optional.empty());
            figures = look.figures();
            trouble = "";
        } else {
            trouble = sentence(failure);
        }
        shown.run();
    }

    private static String run(Optional<CloudFigures> of) {
        return of.map(it -> it.latest().run()).orElse("");
    }

    private static String sentence(@Nullable Throwable failure) {
        Throwable cause = failure == null ? null : failure.getCause();
        return String.valueOf(cause == null ? failure : cause.getMessage());
    }

    /** Something has changed that is worth a look before its time. */
    void readSoon() {
        again = true;
        read(desk.live().now().now());
    }

    Optional<CloudFigures> figures() {
        return figures;
    }

    Optional<DayFigures> day() {
        return day;
    }

    /** Why the database cannot be read; empty where it can. */
    String trouble() {
        return trouble;
    }

    /** Whether the first look is over. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public void close() {
        closed = true;
    }
}
