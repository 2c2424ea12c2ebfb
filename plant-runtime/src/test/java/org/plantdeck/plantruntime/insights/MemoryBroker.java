package org.plantdeck.plantruntime.insights;

import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.Publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A broker without a network. It takes a message when everybody who is to get it has room, keeps
 * the order, hands each link a few at a time until they are acknowledged, and keeps what is
 * retained for those who come later. Nothing is lost and nothing comes twice. Threads: any; one
 * lock guards the state of the broker and of its links.
 */
final class MemoryBroker {

    /** Messages that may wait for a link; publishers wait beyond that. */
    private static final int ROOM = 1_000;

    private final Object lock = new Object();
    private final List<MemoryLink> links = new ArrayList<>();
    private final Map<String, Publication> retained = new HashMap<>();
    private final List<Consumer<Publication>> listeners = new ArrayList<>();

    /** A link to this broker. */
    MemoryLink link(LinkSettings settings) {
        return new MemoryLink(settings, this);
    }

    /** Has every message taken from now on shown to a test, on the thread that brought it about. */
    void listen(Consumer<Publication> listener) {
        synchronized (lock) {
            listeners.add(listener);
        }
    }

    /** Something a link does that may set messages moving. */
    void does(Runnable step) {
        List<Publication> taken = new ArrayList<>();
        List<Consumer<Publication>> hearing;
        synchronized (lock) {
            step.run();
            links.forEach(publisher -> take(publisher, taken));
            links.forEach(MemoryLink::deliver);
            hearing = List.copyOf(listeners);
        }
        for (Publication publication : taken) {
            hearing.forEach(listener -> listener.accept(publication));
            publication.taken().run();
        }
    }

    /** Lets a link in; under the lock. */
    void connect(MemoryLink link) {
        links.add(link);
        retained.values().forEach(message -> enqueue(link, message, true));
    }

    /** Sends a link what is retained for a filter it has just subscribed to; under the lock. */
    void sendRetained(MemoryLink link, String filter, DeliveryHandler handler) {
        retained.values().stream()
                .filter(message -> matches(filter, message.topic()))
                .forEach(message -> link.enqueue(message, handler, true));
    }

    private void take(MemoryLink publisher, List<Publication> taken) {
        while (publisher.hasToPublish() && hasRoom(publisher.nextToPublish())) {
            Publication publication = publisher.removePublished();
            if (publication.retained()) {
                retained.put(publication.topic(), publication);
            }
            links.forEach(link -> enqueue(link, publication, false));
            taken.add(publication);
        }
    }

    private boolean hasRoom(Publication publication) {
        return links.stream()
                .filter(link -> link.queued() >= ROOM)
                .noneMatch(link -> link.wants(publication.topic()));
    }

    private static void enqueue(MemoryLink link, Publication publication, boolean wasRetained) {
        link.subscriptions()
                .forEach((filter, handler) -> {
                    if (matches(filter, publication.topic())) {
                        link.enqueue(publication, handler, wasRetained);
                    }
                });
    }

    /** Whether a topic is one a filter asks for; of the wildcards only the plus is known. */
    static boolean matches(String filter, String topic) {
        if (!filter.contains("+")) {
            return filter.equals(topic);
        }
        String[] wanted = filter.split("/", -1);
        String[] levels = topic.split("/", -1);
        boolean same = wanted.length == levels.length;
        for (int i = 0; same && i < wanted.length; i++) {
            same = wanted[i].equals("+") || wanted[i].equals(levels[i]);
        }
        return same;
    }
}
