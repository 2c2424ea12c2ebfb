package org.plantdeck.bridge;

import org.jspecify.annotations.Nullable;
import org.plantdeck.bridge.store.BridgeStore;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Part;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Aggregates the readings of the factory in windows of event time and carries them to the cloud
 * broker. Readings are in the database before they are acknowledged, windows before they are sent,
 * so that a kill at any moment loses none and changes none.
 */
public final class Bridge implements Part {

    /** The name of this part, and its identity on both brokers. */
    public static final String COMPONENT = "Bridge";

    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final Duration END_WAIT = Duration.ofSeconds(10);

    private final BridgeSettings settings;
    private final MqttLink localLink;
    private final MqttLink cloudLink;
    private final InstantSource wallClock;
    private final Object lifeLock = new Object();
    private final AtomicBoolean woken = new AtomicBoolean();

    private @Nullable ScheduledFuture<?> beat;
    private volatile @Nullable Work work;
    private volatile boolean closed;

    /** What there is from start to close. */
    private record Work(BridgeStore store, Turns turns, ScheduledThreadPoolExecutor thread) {}

    /**
     * A bridge that is not started yet.
     *
     * @param links makes the links to both brokers
     * @param wallClock wall time, for silence, ages and how long sent windows are kept
     */
    public Bridge(BridgeSettings settings, LinkFactory links, InstantSource wallClock) {
        this.settings = settings;
        this.wallClock = wallClock;
        localLink = links.link(link(settings.localBroker()));
        cloudLink = links.link(link(settings.cloudBroker()));
    }

    private static LinkSettings link(URI broker) {
        return LinkSettings.of(broker, COMPONENT, LinkSettings.Session.PERSISTENT);
    }

    @Override
    public String component() {
        return COMPONENT;
    }

    /**
     * {@inheritDoc}
     *
     * @throws PartFailure where the database cannot be opened
     */
    @Override
    public void start() {
        synchronized (lifeLock) {
            if (work != null || closed) {
                return;
            }
            ScheduledThreadPoolExecutor thread =
                    new ScheduledThreadPoolExecutor(
                            1,
                            Thread.ofPlatform().name("bridge").daemon().factory(),
                            new ThreadPoolExecutor.DiscardPolicy());
            BridgeStore store = BridgeStore.open(settings.database());
            Turns turns =
                    new Turns(
                            settings,
                            store,
                            new Turns.Links(localLink, cloudLink),
                            wallClock,
                            () -> wake(thread));
            work = new Work(store, turns, thread);
            subscribe(turns);
            beat =
                    thread.scheduleWithFixedDelay(
                            () -> turns.take(true),
                            0,
                            settings.commitInterval().toMillis(),
                            TimeUnit.MILLISECONDS);
            localLink.start();
            cloudLink.start();
        }
    }

    private void subscribe(Turns turns) {
        for (FactorySource source : FactorySource.values()) {
            localLink.subscribe(
                    source.topic(), 1, delivery -> turns.inbox().accept(source, delivery));
        }
        cloudLink.subscribe(
                AnalyticsWindow.RESEND_TOPIC,
                1,
                DeliveryHandler.acknowledging(turns.resends()::accept));
    }

    /** Has one turn taken soon, however often it is asked for. */
    private void wake(ScheduledThreadPoolExecutor thread) {
        Work working = work;
        if (working != null && woken.compareAndSet(false, true)) {
            thread.execute(() -> {
                woken.set(false);
                working.turns().take(false);
            });
        }
    }

    /** Whether the database is open and the local broker was reached; the cloud may be away. */
    @Override
    public boolean isReady() {
        Work working = work;
        return working != null
                && !closed
                && (working.turns().hasBeenLinked() || localLink.state().isUp());
    }

    @Override
    public Health health() {
        Work working = work;
        if (working == null || closed) {
            return new Health(Health.State.OFFLINE, "", Leaves.builder().build());
        }
        return working.turns().health();
    }

    @Override
    public void close() {
        synchronized (lifeLock) {
            if (closed) {
                return;
            }
            closed = true;
            if (beat != null) {
                beat.cancel(false);
            }
            end(work);
            localLink.close();
            end(work);
            cloudLink.close();
            end(work);
            Work working = work;
            if (working != null) {
                working.thread().shutdown();
                working.store().close();
            }
        }
    }

    /** Has what waits committed, on the bridge's thread. */
    private static void end(@Nullable Work work) {
        if (work == null) {
            return;
        }
        try {
            work.thread()
                    .submit(() -> work.turns().end())
                    .get(END_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().setCause(e).log("The last readings were not committed");
        }
    }
}
