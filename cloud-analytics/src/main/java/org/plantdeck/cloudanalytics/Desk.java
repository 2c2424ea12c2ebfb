package org.plantdeck.cloudanalytics;

import org.plantdeck.cloudanalytics.insights.InsightBody;
import org.plantdeck.cloudanalytics.insights.InsightChange;
import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.ResendRequest;
import org.plantdeck.signal.WindowCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The work of the analytics' thread: deliveries from the inbox to the database, then their
 * acknowledgement; requests and insights to the broker. What a failed transaction held waits here
 * and is tried again. Threads: one; figures and trouble are read from any.
 */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** Windows in one transaction. */
    private static final int BATCH_MAX = 64;

    /** One in so many malformed messages is logged. */
    private static final int LOG_MALFORMED_EVERY = 1000;

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration PERIOD_MAX = Duration.ofDays(1);

    private final Intake intake;
    private final MqttLink link;
    private final InstantSource wallClock;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<AnalyticsWindow> windows = new ArrayList<>();
    private boolean isMoreToLookAt;
    private boolean wasReachable;
    private long connects;
    private volatile Figures figures = Figures.NONE;
    private volatile String trouble = "";

    Desk(Intake intake, MqttLink link, InstantSource wallClock) {
        this.intake = intake;
        this.link = link;
        this.wallClock = wallClock;
    }

    /** Stores what waits and acknowledges it. */
    void commit(Queue<Delivery> inbox) throws SQLException {
        do {
            collect(inbox);
            if (deliveries.isEmpty() && !isMoreToLookAt) {
                return;
            }
            Taken taken = intake.take(windows, wallClock.instant());
            deliveries.forEach(Delivery::acknowledge);
            deliveries.clear();
            windows.clear();
            isMoreToLookAt = taken.isMoreToLookAt();
            figures = figures.taken(taken);
            taken.changes().forEach(this::tell);
            recover();
        } while (isMoreToLookAt);
    }

    private void collect(Queue<Delivery> inbox) {
        while (deliveries.size() < BATCH_MAX) {
            Delivery delivery = inbox.poll();
            if (delivery == null) {
                return;
            }
            switch (WindowCodec.decode(delivery.body())) {
                case Decoded.Sound<AnalyticsWindow>(var window) when isPlausible(window) -> {
                    figures = figures.arrived(1, 0);
                    deliveries.add(delivery);
                    windows.add(window);
                }
                case Decoded.Sound<AnalyticsWindow> _ ->
                        refuse(delivery, "the window's times are out of range");
                case Decoded.Malformed<AnalyticsWindow>(var reason) -> refuse(delivery, reason);
            }
        }
    }

    /** Times are compared as texts, which holds for years of four digits. */
    private static boolean isPlausible(AnalyticsWindow window) {
        return window.start().isAfter(EARLIEST)
                && window.end().isBefore(LATEST)
                && Duration.between(window.start(), window.end()).compareTo(PERIOD_MAX) <= 0;
    }

    private void refuse(Delivery delivery, String reason) {
        if (figures.malformed() % LOG_MALFORMED_EVERY == 0) {
            LOG.atWarn()
                    .addKeyValue("reason", reason)
                    .addKeyValue("malformed", figures.malformed() + 1)
                    .log("A message is no window");
        }
        figures = figures.arrived(1, 1);
        delivery.acknowledge();
    }

    private void tell(InsightChange change) {
        LOG.atInfo()
                .addKeyValue("step", change.step().word())
                .addKeyValue("id", change.insight().id())
                .log(change.insight().advice().sentence());
        link.publish(new Publication(InsightBody.TOPIC, InsightBody.encode(change), 1, false));
    }

    /**
     * Asks for what is missing, removes what is too old, brings the figures up to date.
     *
     * @param isReachable whether a request can reach the bridge, as far as is known
     */
    void sweep(boolean isReachable) throws SQLException {
        int asked = isReachable ? ask() : 0;
        wasReachable = isReachable;
        int pruned = intake.prune();
        figures =
                figures.swept(
                        pruned,
                        asked,
                        new Figures.Standing(
                                intake.missing(),
                                intake.lost(),
                                intake.leavesLeftOut(),
                                intake.openInsights().size(),
                                intake.failedLooks(),
                                intake.currentRun().orElse(""),
                                intake.newestEnd()));
        recover();
    }

    private int ask() throws SQLException {
        long connectsNow = link.counts().connects();
        if (!wasReachable || connectsNow != connects) {
            intake.askAnew(wallClock.instant());
            connects = connectsNow;
        }
        List<ResendRequest> requests = intake.requests(wallClock.instant());
        for (ResendRequest request : requests) {
            link.publish(
                    new Publication(
                            AnalyticsWindow.RESEND_TOPIC, WindowCodec.encode(request), 1, false));
            LOG.atInfo()
                    .addKeyValue("run", request.run())
                    .addKeyValue("from", request.from())
                    .addKeyValue("to", request.to())
                    .log("Asked for missing windows");
        }
        return requests.size();
    }

    /** Notes that work failed; what it held is tried again. */
    void fail(Exception cause) {
        if (trouble.isEmpty()) {
            LOG.atError().setCause(cause).log("Analytics cannot store, and tries again");
        }
        trouble = "windows cannot be stored: " + cause.getMessage();
    }

    private void recover() {
        if (!trouble.isEmpty()) {
            trouble = "";
            LOG.atInfo().log("Analytics stores again");
        }
    }

    Figures figures() {
        return figures;
    }

    /** Why the part does not do its work; empty when it does. */
    String trouble() {
        return trouble;
    }
}
