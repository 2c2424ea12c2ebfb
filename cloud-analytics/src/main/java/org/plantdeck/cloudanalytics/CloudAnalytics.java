package org.plantdeck.cloudanalytics;

import org.jspecify.annotations.Nullable;
import org.plantdeck.cloudanalytics.store.AnalyticsDatabase;
import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Part;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;
import org.plantdeck.signal.WindowCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The analytics: takes windows from the cloud broker alone, stores each once, acknowledges what is
 * on the disk, asks for what is missing and says what the data shows.
 *
 * <p>Threads: start and close from one; the rest from any. The link's thread puts deliveries into a
 * bounded inbox and waits where it is full; one thread called Analytics does all the work.
 */
public final class CloudAnalytics implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(CloudAnalytics.class);

    /** Waiting windows that are stored without waiting for the commit interval. */
    private static final int COMMIT_AT = 8;

    /** Deliveries that may wait; a broker sends few before it wants one acknowledged. */
    private static final int INBOX_CAPACITY = 64;

    private static final long SWEEP_SECONDS = 1;
    private static final long CLOSE_SECONDS = 5;

    private final AnalyticsSettings settings;
    private final LinkFactory links;
    private final InstantSource wallClock;
    private final BlockingQueue<Delivery> inbox = new ArrayBlockingQueue<>(INBOX_CAPACITY);
    private final AtomicBoolean isCommitPlanned = new AtomicBoolean();
    private volatile boolean isBridgeOffline;
    private volatile boolean isReady;
    private volatile @Nullable Working working;

    /** What a started part works with. */
    private record Working(
            ScheduledExecutorService executor,
            AnalyticsDatabase database,
            MqttLink link,
            Desk desk) {}

    public CloudAnalytics(AnalyticsSettings settings, LinkFactory links, InstantSource wallClock) {
        this.settings = settings;
        this.links = links;
        this.wallClock = wallClock;
    }

    @Override
    public String component() {
        return "Analytics";
    }

    @Override
    public void start() {
        AnalyticsDatabase database = AnalyticsDatabase.open(settings.database());
        MqttLink link =
                links.link(
                        LinkSettings.of(
                                settings.cloudBroker(),
                                component(),
                                LinkSettings.Session.PERSISTENT));
        ScheduledExecutorService executor = executor();
        Desk desk = new Desk(intake(database), link, wallClock);
        working = new Working(executor, database, link, desk);
        link.subscribe(AnalyticsWindow.TOPIC, 1, delivery -> receive(executor, desk, delivery));
        link.subscribe(
                PartStatus.topic(WindowCodec.BRIDGE_ID),
                1,
                DeliveryHandler.acknowledging(this::noteBridge));
        link.start();
        ScheduledFuture<?> _ =
                executor.scheduleWithFixedDelay(
                        () -> sweep(desk, link), 0, SWEEP_SECONDS, TimeUnit.SECONDS);
        LOG.atInfo()
                .addKeyValue("broker", settings.cloudBroker())
                .addKeyValue("database", settings.database())
                .log("Analytics started");
    }

    /** Its end does not wait for a commit interval. */
    private ScheduledExecutorService executor() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name(component()).factory());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    private Intake intake(AnalyticsDatabase database) {
        try {
            return new Intake(database, settings);
        } catch (SQLException e) {
            throw new PartFailure(
                    settings.database() + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** On the link's thread. */
    private void receive(ScheduledExecutorService executor, Desk desk, Delivery delivery)
            throws InterruptedException {
        inbox.put(delivery);
        if (inbox.size() >= COMMIT_AT) {
            executor.execute(() -> commit(desk));
        } else if (isCommitPlanned.compareAndSet(false, true)) {
            ScheduledFuture<?> _ =
                    executor.schedule(
                            () -> commit(desk),
                            settings.commitInterval().toNanos(),
                            TimeUnit.NANOSECONDS);
        }
    }

    /** On the link's thread; a bridge that is not ours may say nothing. */
    private void noteBridge(Delivery delivery) {
        if (StatusCodec.decode(delivery.body()) instanceof Decoded.Sound<PartStatus>(var status)) {
            isBridgeOffline = status.health().state() == Health.State.OFFLINE;
        }
    }

    /** A boundary of the work thread's loop: what fails here is logged and tried again later. */
    private void commit(Desk desk) {
        isCommitPlanned.set(false);
        try {
            desk.commit(inbox);
        } catch (Exception e) {
            desk.fail(e);
        }
    }

    /** The other boundary. */
    private void sweep(Desk desk, MqttLink link) {
        try {
            desk.commit(inbox);
            desk.sweep(link.state().isUp() && !isBridgeOffline);
        } catch (Exception e) {
            desk.fail(e);
        }
        link.report(health());
    }

    @Override
    public boolean isReady() {
        Working now = working;
        if (!isReady && now != null && now.link().state().isUp()) {
            isReady = true;
        }
        return isReady;
    }

    @Override
    public Health health() {
        Working now = working;
        if (now == null) {
            return new Health(Health.State.OFFLINE, "", Leaves.builder().build());
        }
        Leaves figures = now.desk().figures().leaves();
        LinkState link = now.link().state();
        if (!now.desk().trouble().isEmpty()) {
            return new Health(Health.State.DEGRADED, now.desk().trouble(), figures);
        }
        return link.isUp()
                ? new Health(Health.State.ONLINE, "", figures)
                : new Health(Health.State.DEGRADED, link.reason(), figures);
    }

    /**
     * Stores what has come and ends. What could not be stored is not acknowledged, so the broker
     * delivers it to the next start; taking it out of the inbox frees the link's thread to end.
     */
    @Override
    public void close() {
        Working now = working;
        if (now == null) {
            return;
        }
        working = null;
        now.executor().execute(() -> commit(now.desk()));
        now.executor().execute(inbox::clear);
        now.link().close();
        now.executor().shutdown();
        try {
            if (!now.executor().awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.atWarn().log("Analytics ends before its last transaction has");
            }
            now.database().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.atWarn().setCause(e).log("The database did not close");
        }
        LOG.atInfo().log("Analytics ended");
    }
}
