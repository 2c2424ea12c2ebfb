package org.plantdeck.broker.guard;

import io.netty.channel.Channel;

import org.plantdeck.broker.limits.Limits;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who is connected. Threads: any. */
public final class Clients {

    private final Map<String, Entry> byId = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> ofUsers = new ConcurrentHashMap<>();

    private record Entry(Connected client, Channel channel) {}

    /** What became of somebody who wanted in. */
    enum Entrance {
        OPEN,
        NAME_OF_ANOTHER,
        TOO_MANY
    }

    /** Takes a client in, in the place of one with its identifier and user. */
    synchronized Entrance enter(Connected client, Channel channel, Limits limits) {
        String user = client.rights().user();
        Entry there = byId.get(client.clientId());
        if (there != null && !there.client().rights().user().equals(user)) {
            return Entrance.NAME_OF_ANOTHER;
        }
        AtomicInteger ofUser = ofUsers.computeIfAbsent(user, _ -> new AtomicInteger());
        int its = there == null ? 1 : 0;
        if (byId.size() + its > limits.connections()
                || ofUser.get() + its > limits.connectionsOfUser()) {
            return Entrance.TOO_MANY;
        }
        ofUser.incrementAndGet();
        byId.put(client.clientId(), new Entry(client, channel));
        return Entrance.OPEN;
    }

    /** Lets a client go; one that came in its place stays. */
    synchronized void leave(Connected client) {
        byId.computeIfPresent(
                client.clientId(), (_, there) -> there.client() == client ? null : there);
        AtomicInteger ofUser = ofUsers.get(client.rights().user());
        if (ofUser != null) {
            ofUser.decrementAndGet();
        }
    }

    Optional<Connected> client(String clientId) {
        return Optional.ofNullable(byId.get(clientId)).map(Entry::client);
    }

    Collection<Connected> all() {
        return byId.values().stream().map(Entry::client).toList();
    }

    /** How many are connected. */
    public int count() {
        return byId.size();
    }

    /**
     * Cuts a client off; its last will is published.
     *
     * @return whether it was there
     */
    public boolean disconnect(String clientId) {
        Entry entry = byId.get(clientId);
        if (entry != null) {
            var _ = entry.channel().close();
        }
        return entry != null;
    }
}
