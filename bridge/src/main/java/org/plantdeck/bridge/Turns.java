package org.plantdeck.bridge;

import org.plantdeck.bridge.store.BridgeStore;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.signal.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bridge does again and again: commit what waits, hand windows to the cloud link, report.
 * Threads: one at a time, but for {@link #health} and {@link #hasBeenLinked}, which are for any.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MqttLink localLink;
    private final MqttLink cloudLink;
    private final InstantSource wallClock;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Resends resends;
    private final Intake intake;
    private final Counts counts;
    private final BridgeReport report;
    private final Reports reports;

    private final List<Arrival> batch = new ArrayList<>();
    private String trouble = "";
    private Instant retryAt = Instant.EPOCH;
    private boolean mustLoad;
    private boolean ending;

    private volatile boolean linked;
    private volatile Health health;

    /** Both links of the bridge. */
    record Links(MqttLink local, MqttLink cloud) {}

    /**
     * Takes up the state of the database.
     *
     * @param wake called when a turn is due before the commit interval is over
     */
    Turns(
            BridgeSettings settings,
            BridgeStore store,
            Links links,
            InstantSource wallClock,
            Runnable wake) {
        this.localLink = links.local();
        this.cloudLink = links.cloud();
        this.wallClock = wallClock;
        counts = new Counts();
        inbox = new Inbox(wake);
        outbox = new Outbox(settings, store, counts, wake);
        resends = new Resends(store, outbox, counts, wake);
        intake = new Intake(settings, store, outbox, counts);
        report = new BridgeReport(intake, outbox, resends, counts);
        reports = new Reports(List.of(localLink, cloudLink));
        Instant now = wallClock.instant();
        intake.load(now);
        health = report.health(localLink.state(), cloudLink.state(), trouble, now);
    }

    Inbox inbox() {
        return inbox;
    }

    Resends resends() {
        return resends;
    }

    /**
     * One turn; the boundary at which a failure is logged and the next turn goes on.
     *
     * @param everything whether to commit however little waits, as at the commit interval
     */
    void take(boolean everything) {
        Instant now = wallClock.instant();
        linked |= localLink.state().isUp();
        try {
            outbox.absorb();
            if (!now.isBefore(retryAt)) {
                commit(everything);
            }
            outbox.pump(cloudLink);
            resends.pump(cloudLink);
            if (!ending) {
                health = report.health(localLink.state(), cloudLink.state(), trouble, now);
            }
        } catch (RuntimeException e) {
            fail(e, now);
        }
        if (!ending) {
            reports.tell(health, counts.get(Count.READINGS), now);
        }
    }

    private void commit(boolean everything) {
        if (mustLoad) {
            intake.load(wallClock.instant());
            mustLoad = false;
        }
        boolean due = everything || !batch.isEmpty();
        while (due || inbox.size() >= Inbox.COMMIT_AT) {
            inbox.drainTo(batch);
            counts.add(Count.MALFORMED, inbox.takeMalformed());
            boolean mayClose = !batch.isEmpty() || localLink.state().isUp();
            intake.commit(batch, mayClose, wallClock.instant());
            batch.forEach(arrival -> arrival.safe().run());
            batch.clear();
            due = false;
        }
        if (!trouble.isEmpty()) {
            trouble = "";
            LOG.atInfo().log("Keeps readings again");
        }
    }

    /** What is in memory may be ahead of the database now, so it is read again before the next. */
    private void fail(RuntimeException cause, Instant now) {
        String reason = String.valueOf(cause.getMessage());
        if (!reason.equals(trouble)) {
            LOG.atError().setCause(cause).log("Cannot keep readings, trying again");
        }
        trouble = reason;
        mustLoad = true;
        retryAt = now.plus(RETRY_AFTER);
        health =
                new Health(
                        Health.State.DEGRADED,
                        BridgeReport.detail(localLink.state(), cloudLink.state(), trouble),
                        health.figures());
    }

    /** Commits what waits, without reporting any more: the bridge is closing. */
    void end() {
        ending = true;
        take(true);
    }

    /** How the bridge was in its last turn. */
    Health health() {
        return health;
    }

    /** Whether the local broker has been reached. */
    boolean hasBeenLinked() {
        return linked;
    }
}
