package org.plantdeck.bench.broker;

import io.netty.channel.EventLoopGroup;

import org.jspecify.annotations.Nullable;
import org.plantdeck.bench.mqtt.Endpoint;
import org.plantdeck.bench.mqtt.LoadClient;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Many clients that connect to a broker, some at a time, and then are idle. Threads: one lock
 * guards all state; the clients answer on their event loops.
 */
final class Crowd {

    /** Connections being opened at a time: fewer than a listener lets wait. */
    private static final int AT_A_TIME = 50;

    private final Loops loops;
    private final Endpoint endpoint;
    private final String prefix;
    private final int wanted;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    private final Object lock = new Object();
    private final List<LoadClient> clients = new ArrayList<>();
    private int begun;
    private int ended;
    private String failure = "";
    private long lastNanos = System.nanoTime();
    private boolean isOver;

    /**
     * Nobody yet.
     *
     * @param root a name no other crowd has, for the client identifiers
     */
    Crowd(Loops loops, Endpoint endpoint, String root, int wanted) {
        this.loops = loops;
        this.endpoint = endpoint;
        this.prefix = root.replace('/', '-') + "-";
        this.wanted = wanted;
    }

    /** Connects all, or as many as can be until the deadline. */
    void connect(Deadline deadline) {
        for (int i = 0; i < AT_A_TIME; i++) {
            next();
        }
        try {
            deadline.await(settled, "all clients to connect");
        } catch (WorkFailure e) {
            synchronized (lock) {
                isOver = true;
                failure = String.valueOf(e.getMessage());
            }
        }
    }

    private void next() {
        int number;
        synchronized (lock) {
            if (isOver || begun == wanted) {
                return;
            }
            number = begun++;
        }
        EventLoopGroup group = number % 2 == 0 ? loops.publishing() : loops.subscribing();
        var _ =
                LoadClient.connect(group, endpoint, prefix + number, _ -> {})
                        .whenComplete(this::ended);
    }

    private void ended(@Nullable LoadClient client, @Nullable Throwable reason) {
        boolean isLast;
        synchronized (lock) {
            if (client != null) {
                clients.add(client);
                lastNanos = System.nanoTime();
            } else {
                failure = reason == null ? "" : String.valueOf(reason.getMessage());
            }
            isLast = ++ended == wanted;
        }
        if (isLast) {
            settled.complete(null);
        } else {
            next();
        }
    }

    /** How many are connected. */
    int size() {
        synchronized (lock) {
            return clients.size();
        }
    }

    /** Why not all are; empty where all are. */
    String failure() {
        synchronized (lock) {
            return failure;
        }
    }

    /** When the last one was accepted, by System.nanoTime. */
    long lastNanos() {
        synchronized (lock) {
            return lastNanos;
        }
    }

    /** Disconnects all; completes when they are gone. */
    CompletableFuture<Void> leave() {
        List<LoadClient> all;
        synchronized (lock) {
            isOver = true;
            all = List.copyOf(clients);
        }
        return CompletableFuture.allOf(
                all.stream().map(LoadClient::disconnect).toArray(CompletableFuture[]::new));
    }
}
