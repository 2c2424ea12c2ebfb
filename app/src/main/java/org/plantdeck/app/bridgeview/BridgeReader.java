package org.plantdeck.app.bridgeview;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.bridge.store.BridgeQueries;
import org.plantdeck.bridge.store.KeptWindow;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads bridge.db whenever the bridge says that something has changed, and the readings of the
 * window that is looked at. Threads: the screen's; the reading itself is done on those of the
 * archives.
 */
final class BridgeReader implements AutoCloseable {

    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MOST_PAUSE = Duration.ofSeconds(10);
    private static final int NEWEST = 60;

    /** Windows of more than five hours, from which the past of the outbox is told. */
    private static final int PAST = 2_000;

    /** A reading may be stored a moment after its window has closed. */
    private static final int LOOKS = 5;

    private final Desk desk;
    private final Listener listener;
    private Optional<Look> look = Optional.empty();
    private Optional<AnalyticsWindow> pinned = Optional.empty();
    private Optional<Comparison> comparison = Optional.empty();
    private String seen = "";
    private Instant readAt = Instant.MIN;
    private boolean reading;
    private boolean comparing;
    private int looks;
    private boolean closed;
    private boolean read;
    private boolean compared;

    /**
     * What one look at the database gave.
     *
     * @param windows the newest, newest first
     * @param unsent how many wait
     * @param oldest when the one that waits longest was closed
     */
    record Look(List<KeptWindow> windows, long unsent, Optional<Instant> oldest) {}

    /** Hears what was read. */
    interface Listener {

        /** The database has been read. */
        void looked(Look look);

        /** It cannot be read, or the readings cannot. */
        void failed(String sentence, boolean historian);

        /** A window has been compared with its readings. */
        void compared(Comparison comparison);
    }

    BridgeReader(Desk desk, Listener listener) {
        this.desk = desk;
        this.listener = listener;
    }

    /** Reads where it is time to. */
    void read(Snapshot now) {
        Leaves figures = now.figures("Bridge");
        String news = figures.get("windows").asText() + "/" + figures.get("windows_sent").asText();
        Duration since = Duration.between(readAt, now.now());
        Duration pause = news.equals(seen) ? MOST_PAUSE : LEAST_PAUSE;
        boolean due = since.compareTo(pause) >= 0;
        if (closed || reading || !due) {
            return;
        }
        reading = true;
        seen = news;
        readAt = now.now();
        int wanted = look.isEmpty() ? PAST : NEWEST;
        var _ =
                desk.bridge()
                        .ask(queries -> look(queries, wanted))
                        .whenComplete((given, failure) ->
                                desk.door().event(() -> took(given, failure, now.now())));
    }

    private static Look look(BridgeQueries queries, int wanted) {
        return new Look(queries.newest(wanted), queries.unsentCount(), queries.oldestUnsent());
    }

    private void took(@Nullable Look given, @Nullable Throwable failure, Instant at) {
        reading = false;
        read = true;
        if (closed) {
            return;
        }
        if (given == null) {
            compared = true;
            listener.failed(sentence(failure), false);
            return;
        }
        if (look.isEmpty()) {
            desk.outbox().before(OutboxPast.of(given.windows(), at));
        }
        Look kept =
                new Look(
                        given.windows().stream().limit(NEWEST).toList(),
                        given.unsent(),
                        given.oldest());
        look = Optional.of(kept);
        listener.looked(kept);
        compare();
    }

    private static String sentence(@Nullable Throwable failure) {
        Throwable cause = failure == null ? null : failure.getCause();
        return String.valueOf(cause == null ? failure : cause.getMessage());
    }

    /** Looks at one window from now on. */
    void pin(long position) {
        look.stream()
                .flatMap(it -> it.windows().stream())
                .filter(it -> it.position() == position)
                .findFirst()
                .ifPresent(it -> {
                    pinned = Optional.of(it.window());
                    compare();
                });
    }

    /** Looks at the newest window from now on. */
    void follow() {
        pinned = Optional.empty();
        compare();
    }

    private Optional<AnalyticsWindow> lookedAt() {
        return pinned.or(() ->
                look.stream()
                        .flatMap(it -> it.windows().stream())
                        .map(KeptWindow::window)
                        .findFirst());
    }

    private void compare() {
        Optional<AnalyticsWindow> wanted = lookedAt();
        compared |= wanted.isEmpty();
        if (closed || comparing || wanted.isEmpty()) {
            return;
        }
        AnalyticsWindow window = wanted.get();
        boolean another = !comparison.map(Comparison::window).equals(wanted);
        looks = another ? 0 : looks + 1;
        if (!another && (looks >= LOOKS || isWhole(comparison.get()))) {
            return;
        }
        comparing = true;
        var _ =
                desk.history()
                        .ask(queries -> ReadingsOfWindow.compare(queries, window))
                        .whenComplete(
                                (given, failure) -> desk.door().event(() -> took(given, failure)));
    }

    /** Whether the historian has every reading the window was made from. */
    private static boolean isWhole(Comparison of) {
        for (FactorySource source : FactorySource.values()) {
            double wanted = of.window().values().number("count." + source.area()).orElse(0);
            boolean whole =
                    of.columns().stream()
                            .filter(it -> it.tag().source() == source)
                            .allMatch(it -> (double) it.count() >= wanted);
            if (!whole) {
                return false;
            }
        }
        return true;
    }

    private void took(@Nullable Comparison given, @Nullable Throwable failure) {
        comparing = false;
        compared = true;
        if (closed) {
            return;
        }
        if (given == null) {
            listener.failed(sentence(failure), true);
            return;
        }
        comparison = Optional.of(given);
        listener.compared(given);
        boolean passed = !lookedAt().equals(Optional.of(given.window()));
        if (passed) {
            compare();
        }
    }

    /** Whether the first look is over. */
    boolean isComplete() {
        return read && compared;
    }

    @Override
    public void close() {
        closed = true;
    }
}
