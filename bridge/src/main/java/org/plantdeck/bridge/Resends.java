package org.plantdeck.bridge;

import org.plantdeck.bridge.store.BridgeStore;
import org.plantdeck.bridge.store.WindowTable;
import org.plantdeck.bridge.store.WindowTable.Kept;
import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.ResendRequest;
import org.plantdeck.signal.WindowCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Windows sent once more to consumers that miss them, from what is kept. They go out beside the
 * fresh ones, few at a time, so that they never hold those back; windows that have not gone out yet
 * are left to the outbox. Threads: {@link #accept} from the link's delivery thread, the rest from
 * the bridge's own.
 */
final class Resends {

    private static final Logger LOG = LoggerFactory.getLogger(Resends.class);

    /** Windows answered of one request; a consumer asks again for the rest. */
    static final int REQUEST_MAX = 10_000;

    private static final int REQUESTS_WAITING_MAX = 64;
    private static final int UNDER_WAY_MAX = 8;

    private final WindowTable table;
    private final Outbox outbox;
    private final Counts counts;
    private final Runnable wake;
    private final BlockingQueue<ResendRequest> requests =
            new ArrayBlockingQueue<>(REQUESTS_WAITING_MAX);
    private final Ranges ranges = new Ranges();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();

    Resends(BridgeStore store, Outbox outbox, Counts counts, Runnable wake) {
        this.table = store.windows();
        this.outbox = outbox;
        this.counts = counts;
        this.wake = wake;
    }

    /** Takes a message from the topic of resend requests. */
    void accept(Delivery delivery) {
        switch (WindowCodec.decodeResend(delivery.body())) {
            case Decoded.Sound<ResendRequest>(ResendRequest request) -> {
                if (requests.offer(request)) {
                    wake.run();
                } else {
                    refused.incrementAndGet();
                }
            }
            case Decoded.Malformed<ResendRequest>(String reason) -> {
                refused.incrementAndGet();
                LOG.atWarn().addKeyValue("reason", reason).log("Left out a malformed request");
            }
        }
    }

    /** Answers what was asked as far as there is room on the way. */
    void pump(MqttLink cloud) {
        for (ResendRequest next = requests.poll(); next != null; next = requests.poll()) {
            note(next);
        }
        while (underWay.get() < UNDER_WAY_MAX && cloud.state().isUp()) {
            Optional<ResendRequest> first = ranges.first();
            if (first.isEmpty()) {
                break;
            }
            answer(first.get(), UNDER_WAY_MAX - underWay.get(), cloud);
        }
    }

    private void note(ResendRequest request) {
        long to = Math.min(request.to(), request.from() + REQUEST_MAX - 1);
        boolean noted = ranges.add(new ResendRequest(request.run(), request.from(), to));
        if (!noted) {
            refused.incrementAndGet();
        }
        LOG.atInfo()
                .addKeyValue("run", request.run())
                .addKeyValue("from", request.from())
                .addKeyValue("to", to)
                .addKeyValue("asked", request.to())
                .log(noted ? "A consumer asks for windows" : "Too many requests at a time");
    }

    private void answer(ResendRequest range, int room, MqttLink cloud) {
        long handedOver = outbox.handedOver();
        List<Kept> kept = table.kept(range, handedOver, room);
        long upTo = kept.size() < room ? range.to() : kept.getLast().sequence();
        for (Kept window : kept) {
            underWay.incrementAndGet();
            counts.add(Count.RESENT, 1);
            cloud.publish(
                    new Publication(
                            AnalyticsWindow.TOPIC, window.body(), 1, false, this::oneTaken));
        }
        ResendRequest done = new ResendRequest(range.run(), range.from(), upTo);
        long asked = upTo - range.from() + 1;
        long gone = asked - kept.size() - table.unsentCount(done, handedOver);
        if (gone > 0) {
            counts.add(Count.UNAVAILABLE, gone);
            LOG.atWarn()
                    .addKeyValue("run", range.run())
                    .addKeyValue("from", range.from())
                    .addKeyValue("to", upTo)
                    .addKeyValue("missing", gone)
                    .log("Windows asked for are not kept");
        }
        ranges.done(range, upTo);
    }

    private void oneTaken() {
        underWay.decrementAndGet();
        wake.run();
    }

    /** Requests that were malformed or too many at a time, since the bridge was made. */
    long refused() {
        return refused.get();
    }
}
