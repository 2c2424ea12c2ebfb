package org.plantdeck.app.live;

import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkSettings.Session;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.plantruntime.parts.Addresses;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says on the status topics which screens are open in this process: a component is online while at
 * least one screen of it is open, and offline before the last one ends in order or, by the broker,
 * when the process is gone. Each process speaks under an identity of its own, so the desks of
 * several machines do not end each other: a component is online while one of them has it open.
 *
 * <p>Threads: any; one lock guards what is open. Links are opened and closed on a thread of their
 * own, so nobody who opens a screen waits for a broker.
 */
public final class Presence implements AutoCloseable {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

    /** As long as a link takes at most to end in order, for each component. */
    private static final Duration FAREWELL = Duration.ofSeconds(12);

    private final LinkFactory factory;
    private final Addresses brokers;
    private final String process = UUID.randomUUID().toString().substring(0, 8);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("presence").daemon().factory());

    private final Object lock = new Object();
    private final Map<Component, Integer> open = new EnumMap<>(Component.class);
    private final Set<Component> waiting = EnumSet.noneOf(Component.class);
    private boolean ended;

    /** The thread's own. */
    private final Map<Component, MqttLink> links = new EnumMap<>(Component.class);

    /** The components of the contract that are screens. */
    public enum Component {
        HMI1("HMI1", Feed.Broker.LOCAL),
        HMI2("HMI2", Feed.Broker.LOCAL),
        CLOUD_DASHBOARD("CloudDashboard", Feed.Broker.CLOUD);

        private final String word;
        private final Feed.Broker broker;

        Component(String word, Feed.Broker broker) {
            this.word = word;
            this.broker = broker;
        }

        /** Its name in {@code status/{component}}. */
        public String word() {
            return word;
        }
    }

    /** An open screen. */
    @FunctionalInterface
    public interface Stay extends AutoCloseable {

        /** The screen is closed. Does nothing the second time. */
        @Override
        void close();
    }

    /**
     * @param factory makes the links
     * @param brokers where the brokers are
     */
    public Presence(LinkFactory factory, Addresses brokers) {
        this.factory = factory;
        this.brokers = brokers;
    }

    /** Says that a screen of a component is open, until what is given back is closed. */
    public Stay open(Component component) {
        change(component, 1);
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (!closed.getAndSet(true)) {
                change(component, -1);
            }
        };
    }

    private void change(Component component, int by) {
        synchronized (lock) {
            if (!ended) {
                open.merge(component, by, Integer::sum);
                settleSoon(component);
            }
        }
    }

    private void settleSoon(Component component) {
        if (waiting.add(component)) {
            thread.execute(() -> settle(component));
        }
    }

    /** Opens or closes the link, where what is open asks for it. */
    private void settle(Component component) {
        boolean wanted;
        synchronized (lock) {
            waiting.remove(component);
            wanted = open.getOrDefault(component, 0) > 0;
        }
        MqttLink link = links.get(component);
        if (wanted && link == null) {
            MqttLink fresh = factory.link(settings(component));
            links.put(component, fresh);
            fresh.start();
        } else if (!wanted && link != null) {
            links.remove(component);
            link.close();
        }
    }

    private LinkSettings settings(Component component) {
        URI broker = component.broker == Feed.Broker.LOCAL ? brokers.local() : brokers.cloud();
        return new LinkSettings(
                broker,
                component.word() + "-" + process,
                Session.CLEAN,
                component.word(),
                KEEP_ALIVE,
                1,
                1);
    }

    /** Says that nothing is open any more, and waits until it is said. */
    @Override
    public void close() {
        synchronized (lock) {
            if (ended) {
                return;
            }
            ended = true;
            open.clear();
            EnumSet.allOf(Component.class).forEach(this::settleSoon);
        }
        thread.shutdown();
        try {
            long seconds = FAREWELL.toSeconds() * Component.values().length;
            if (!thread.awaitTermination(seconds, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
