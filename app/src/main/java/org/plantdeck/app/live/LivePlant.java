package org.plantdeck.app.live;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkSettings.Session;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.plantruntime.parts.Addresses;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The desk as a client of both brokers. Whoever wants to see something opens a subscription; a
 * topic is subscribed at the broker while somebody wants it and no longer, and the newest of it is
 * remembered for the next who comes. Threads: any; one lock guards who has subscribed to what.
 */
public final class LivePlant implements AutoCloseable {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);
    private static final int WAITING_COMMANDS = 64;

    private final InstantSource wallClock;
    private final Map<Feed.Broker, MqttLink> links = new EnumMap<>(Feed.Broker.class);
    private final Newest newest;
    private final Object lock = new Object();
    private final Map<Feed, List<LiveListener>> listeners = new EnumMap<>(Feed.class);

    /**
     * @param factory makes the links
     * @param brokers where the brokers are
     * @param wallClock tells how old things are
     */
    public LivePlant(LinkFactory factory, Addresses brokers, InstantSource wallClock) {
        this.wallClock = wallClock;
        String identity = "Desk-" + UUID.randomUUID().toString().substring(0, 8);
        links.put(Feed.Broker.LOCAL, factory.link(settings(brokers.local(), identity)));
        links.put(Feed.Broker.CLOUD, factory.link(settings(brokers.cloud(), identity)));
        newest = new Newest(wallClock);
        for (Feed feed : Feed.values()) {
            listeners.put(feed, List.of());
        }
    }

    private static LinkSettings settings(URI broker, String identity) {
        return new LinkSettings(
                broker, identity, Session.CLEAN, "", KEEP_ALIVE, WAITING_COMMANDS, 16);
    }

    /** Begins to connect. */
    public void start() {
        links.values().forEach(MqttLink::start);
    }

    /**
     * Subscribes to feeds until the subscription is closed.
     *
     * @param listener hears every message of these feeds from now on
     */
    public LiveSubscription open(Set<Feed> feeds, LiveListener listener) {
        synchronized (lock) {
            for (Feed feed : feeds) {
                List<LiveListener> before = listeners(feed);
                List<LiveListener> with = new ArrayList<>(before);
                with.add(listener);
                listeners.put(feed, List.copyOf(with));
                if (before.isEmpty()) {
                    subscribe(feed);
                }
            }
        }
        return new LiveSubscription(() -> end(feeds, listener));
    }

    private void end(Set<Feed> feeds, LiveListener listener) {
        synchronized (lock) {
            for (Feed feed : feeds) {
                List<LiveListener> left = new ArrayList<>(listeners(feed));
                left.remove(listener);
                listeners.put(feed, List.copyOf(left));
                if (left.isEmpty()) {
                    feed.filters().forEach(link(feed)::unsubscribe);
                    if (feed == Feed.LOCAL_BROKER || feed == Feed.CLOUD_BROKER) {
                        newest.forget(feed.broker());
                    }
                }
            }
        }
    }

    private void subscribe(Feed feed) {
        for (String filter : feed.filters()) {
            link(feed)
                    .subscribe(
                            filter,
                            0,
                            DeliveryHandler.acknowledging(delivery -> arrived(feed, delivery)));
        }
    }

    private void arrived(Feed feed, Delivery delivery) {
        List<LiveListener> hearing;
        synchronized (lock) {
            hearing = listeners(feed);
        }
        newest.take(feed, delivery, hearing);
    }

    private List<LiveListener> listeners(Feed feed) {
        return listeners.getOrDefault(feed, List.of());
    }

    private MqttLink link(Feed feed) {
        return link(feed.broker());
    }

    private MqttLink link(Feed.Broker broker) {
        MqttLink link = links.get(broker);
        if (link == null) {
            throw new IllegalStateException("no link to " + broker);
        }
        return link;
    }

    /** Everything that is known now. */
    public Snapshot now() {
        return newest.snapshot(
                wallClock.instant(),
                link(Feed.Broker.LOCAL).state(),
                link(Feed.Broker.CLOUD).state());
    }

    /** Publishes something for the factory; false where there is no link to take it. */
    public boolean publish(String topic, byte[] body) {
        return publish(Feed.Broker.LOCAL, topic, body);
    }

    /** Publishes something on a broker; false where there is no link to take it. */
    public boolean publish(Feed.Broker broker, String topic, byte[] body) {
        MqttLink link = link(broker);
        if (!link.state().isUp()) {
            return false;
        }
        link.publish(new Publication(topic, body, 1, false));
        return true;
    }

    /** How many subscriptions are open, feed by feed added up. */
    public int openSubscriptions() {
        synchronized (lock) {
            return listeners.values().stream().mapToInt(List::size).sum();
        }
    }

    /** Bodies that could not be read since the desk was opened. */
    public long malformed() {
        return newest.malformed();
    }

    @Override
    public void close() {
        links.values().forEach(MqttLink::close);
    }
}
