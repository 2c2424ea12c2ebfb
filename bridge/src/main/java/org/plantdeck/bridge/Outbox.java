package org.plantdeck.bridge;

import org.plantdeck.bridge.store.BridgeStore;
import org.plantdeck.bridge.store.WindowTable;
import org.plantdeck.bridge.store.WindowTable.Kept;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Windows on their way to the cloud broker, in the order they closed. A few are under way at a
 * time, and only while the link is up, so that what waits can still be given up; a window counts as
 * sent when the broker has taken it. Threads: the bridge's own, but for the call a link makes when
 * a window is taken.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final int UNDER_WAY_MAX = 16;
    private static final Duration DROP_INTERVAL = Duration.ofSeconds(10);
    private static final int DROP_MAX = 1_000;

    private final BridgeSettings settings;
    private final WindowTable table;
    private final Counts counts;
    private final Runnable wake;
    private final int underWayMax;

    // Filled by the link; at most as many as are under way.
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
    private final Set<Long> underWay = new HashSet<>();
    private final List<Long> toMark = new ArrayList<>();
    private long handedOver;
    private long lastPosition;
    private long unsent;
    private long sent;
    private Instant dropAt = Instant.MIN;

    Outbox(BridgeSettings settings, BridgeStore store, Counts counts, Runnable wake) {
        this.settings = settings;
        this.table = store.windows();
        this.counts = counts;
        this.wake = wake;
        this.underWayMax = Math.clamp(settings.outboxCapacity() - 1, 1, UNDER_WAY_MAX);
    }

    /** Takes the state of the database. */
    void load() {
        lastPosition = Math.max(handedOver, table.lastPosition());
        unsent = table.unsentCount();
        sent = table.sentCount();
    }

    /** Adds a closed window; part of a transaction. */
    void add(AnalyticsWindow window, Instant now) {
        table.add(lastPosition + 1, window, now);
        lastPosition++;
        unsent++;
        counts.add(Count.WINDOWS, 1);
    }

    /** Keeps what was taken, gives up what is too much, drops what is too old; in a transaction. */
    void settle(Instant now) {
        for (long position : toMark) {
            if (table.markSent(position, now)) {
                unsent--;
                sent++;
                counts.add(Count.SENT, 1);
            }
        }
        if (unsent > settings.outboxCapacity()) {
            giveUp(unsent - settings.outboxCapacity());
        }
        if (!now.isBefore(dropAt)) {
            dropAt = now.plus(DROP_INTERVAL);
            sent -= table.dropSentBefore(now.minus(settings.keep()), DROP_MAX);
            if (sent > settings.keptCapacity()) {
                sent -= table.dropSent(Math.min(sent - settings.keptCapacity(), DROP_MAX));
            }
        }
    }

    private void giveUp(long excess) {
        int gone = table.giveUpAfter(handedOver, excess);
        unsent -= gone;
        counts.add(Count.GIVEN_UP, gone);
        LOG.atWarn()
                .addKeyValue("windows", gone)
                .addKeyValue("capacity", settings.outboxCapacity())
                .log("Gave up the oldest windows of a full outbox");
    }

    /** The transaction with {@link #settle} was kept. */
    void settled() {
        toMark.clear();
    }

    /** Frees the places of what the broker has taken. */
    void absorb() {
        for (Long position = taken.poll(); position != null; position = taken.poll()) {
            if (underWay.remove(position)) {
                toMark.add(position);
            }
        }
    }

    /** Hands over what is next, as far as there is room on the way. */
    void pump(MqttLink cloud) {
        while (underWay.size() < underWayMax && handedOver < lastPosition && cloud.state().isUp()) {
            List<Kept> next = table.unsentAfter(handedOver, underWayMax - underWay.size());
            if (next.isEmpty()) {
                handedOver = lastPosition;
            }
            for (Kept window : next) {
                handedOver = window.position();
                underWay.add(window.position());
                cloud.publish(publication(window));
            }
        }
    }

    private Publication publication(Kept window) {
        long position = window.position();
        return new Publication(
                AnalyticsWindow.TOPIC,
                window.body(),
                1,
                false,
                () -> {
                    taken.add(position);
                    wake.run();
                });
    }

    /** Position up to which windows have gone out, or been given up. */
    long handedOver() {
        return handedOver;
    }

    /** Windows that are not sent. */
    long depth() {
        return unsent;
    }

    /** When the oldest window that is not sent was closed. */
    Optional<Instant> oldest() {
        return unsent == 0 ? Optional.empty() : table.oldestUnsent();
    }
}
