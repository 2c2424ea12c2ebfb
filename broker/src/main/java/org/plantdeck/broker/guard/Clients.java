package org.plantdeck.broker.guard;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;

import org.plantdeck.broker.limits.Limits;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who is connected. Threads: any. */
public final class Clients {

    private final Map<String, Seat> byId = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> ofUsers = new ConcurrentHashMap<>();

    private record Seat(Connected client, Channel channel) {}

    /**
     * Takes a client in, in the place of one with its identifier and user.
     *
     * @return why it is turned away, if it is
     */
    synchronized Optional<Entry.Outcome.Turned> enter(
            Connected client, Channel channel, Limits limits) {
        String user = client.rights().user();
        Seat there = byId.get(client.clientId());
        if (there != null && !there.client().rights().user().equals(user)) {
            return Optional.of(
                    new Entry.Outcome.Turned(
                            Reason.IDENTIFIER,
                            MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED,
                            "The client identifier is in use by another user"));
        }
        AtomicInteger ofUser = ofUsers.computeIfAbsent(user, _ -> new AtomicInteger());
        int its = there == null ? 1 : 0;
        if (byId.size() + its > limits.connections()
                || ofUser.get() + its > limits.connectionsOfUser()) {
            return Optional.of(
                    new Entry.Outcome.Turned(
                            Reason.TOO_MANY_CONNECTIONS,
                            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
                            "There are as many connections as are allowed"));
        }
        ofUser.incrementAndGet();
        byId.put(client.clientId(), new Seat(client, channel));
        return Optional.empty();
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
        return Optional.ofNullable(byId.get(clientId)).map(Seat::client);
    }

    Collection<Connected> all() {
        return byId.values().stream().map(Seat::client).toList();
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
        Seat seat = byId.get(clientId);
        if (seat != null) {
            var _ = seat.channel().close();
        }
        return seat != null;
    }
}
