package org.plantdeck.broker.guard;

import io.moquette.broker.MoquetteCore;
import io.moquette.broker.SessionTroubles;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.concurrent.ImmediateEventExecutor;

import org.plantdeck.broker.limits.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * What all connections of one broker share, and how a connection is fitted with its guard. Threads:
 * any.
 */
public final class Gate implements SessionTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final String broker;
    private final Limits limits;
    private final Admission admission;
    private final InstantSource clock;
    private final Traffic traffic = new Traffic();
    private final TopicMeters topics = new TopicMeters();
    private final Clients clients = new Clients();
    private final MoquetteCore core;
    private final AtomicReference<String> storeTrouble = new AtomicReference<>("");
    private Instant ticked;

    /**
     * @param broker its name in the log
     * @param core makes the sessions; it is told what a client may receive and tells of failures
     */
    public Gate(
            String broker,
            Limits limits,
            Admission admission,
            InstantSource clock,
            Function<Gate, MoquetteCore> core) {
        this.broker = broker;
        this.limits = limits;
        this.admission = admission;
        this.clock = clock;
        ticked = clock.instant();
        this.core = core.apply(this);
    }

    /**
     * Fits a new connection: decoder, guard, sessions, and what watches over deliveries.
     *
     * @param commonName who the client certificate says it is, asked once the connection is open
     */
    public void fit(Channel channel, Function<Channel, Optional<String>> commonName) {
        Guard guard = new Guard(this, commonName);
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast("framing", new Framing(limits.messageBytes()));
        pipeline.addLast("decoder", new MqttDecoder(limits.messageBytes()));
        pipeline.addLast("encoder", MqttEncoder.INSTANCE);
        pipeline.addLast("guard", guard);
        pipeline.addLast("handler", core.handler());
        pipeline.addLast(
                ImmediateEventExecutor.INSTANCE, "deliveries", new Deliveries(this, guard));
    }

    /** Whether a client may be given anything of what a filter matches, and one more at that. */
    public boolean maySubscribe(String clientId, String filter) {
        boolean may =
                !filter.startsWith("$share/")
                        && core.subscriptions(clientId).size() < limits.subscriptions()
                        && clients.client(clientId)
                                .map(it -> it.rights().mayReceiveAnyOf(filter))
                                .orElse(false);
        if (!may) {
            traffic.count(Reason.SUBSCRIPTION_REFUSED);
        }
        return may;
    }

    /** A command of a client has failed in the sessions: it is cut off, nobody else notices. */
    @Override
    public void failed(String clientId, Throwable cause) {
        // A broken store fails for every client, and has been said once.
        LOG.atLevel(storeTrouble().isEmpty() ? Level.ERROR : Level.DEBUG)
                .addKeyValue("broker", broker)
                .addKeyValue("client", clientId)
                .setCause(cause)
                .log("A packet could not be handled; its client is disconnected");
        traffic.count(Reason.FAILURE);
        clients.disconnect(clientId);
    }

    @Override
    public void storeFailed(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (storeTrouble.compareAndSet("", String.valueOf(root.getMessage()))) {
            LOG.atError()
                    .addKeyValue("broker", broker)
                    .setCause(cause)
                    .log(
                            "The store of sessions and retained messages cannot be written; see"
                                    + " that its disk has room and start the broker again");
        }
    }

    /** Why the store cannot be written; empty where it can. */
    String storeTrouble() {
        return storeTrouble.get();
    }

    @Override
    public void queueFull() {
        traffic.count(Reason.QUEUE_FULL);
    }

    @Override
    public void loopFull() {
        traffic.count(Reason.LOOP_FULL);
    }

    /**
     * Takes up changed rules, disconnects who is not who it was and reckons the rates; called every
     * second, from one thread.
     */
    public void watch() {
        admission.refresh();
        disconnectChanged();
        Instant now = clock.instant();
        double seconds = Duration.between(ticked, now).toMillis() / 1000.0;
        if (seconds > 0) {
            traffic.tick(seconds);
            topics.tick(seconds);
            clients.all().forEach(it -> it.tick(seconds));
        }
        ticked = now;
    }

    private void disconnectChanged() {
        for (Connected client : clients.all()) {
            if (!client.rights().hold()) {
                LOG.atInfo()
                        .addKeyValue("broker", broker)
                        .addKeyValue("client", client.clientId())
                        .addKeyValue("user", client.rights().user())
                        .log("Its user was removed or changed; it is disconnected");
                clients.disconnect(client.clientId());
            }
        }
    }

    /** Counts and logs why a client is refused or cut off. */
    void cutOff(Reason reason, String clientId, Channel channel, String detail) {
        traffic.count(reason);
        LOG.atInfo()
                .addKeyValue("broker", broker)
                .addKeyValue("client", clientId)
                .addKeyValue("from", channel.remoteAddress())
                .addKeyValue("reason", reason.word())
                .log(detail);
    }

    /** Publishes for somebody who is gone or for the broker, and keeps it where it is retained. */
    public void publish(String topic, MqttQoS qos, byte[] payload, boolean retain) {
        if (retain) {
            core.retain(topic, qos, payload);
        }
        core.publish(topic, qos, payload);
    }

    /** What came in, went out and was dropped. */
    public Traffic traffic() {
        return traffic;
    }

    TopicMeters topics() {
        return topics;
    }

    InstantSource clock() {
        return clock;
    }

    /** Who is connected. */
    public Clients clients() {
        return clients;
    }

    /** What it takes. */
    public Limits limits() {
        return limits;
    }

    Admission admission() {
        return admission;
    }

    /** Where the sessions are. */
    public MoquetteCore core() {
        return core;
    }
}
