package io.moquette.broker;

import io.moquette.broker.security.AcceptAllAuthenticator;
import io.moquette.broker.security.IAuthorizatorPolicy;
import io.moquette.broker.subscriptions.CTrieSubscriptionDirectory;
import io.moquette.broker.subscriptions.ISubscriptionsDirectory;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import io.moquette.interception.BrokerInterceptor;
import io.moquette.persistence.H2RetainedRepository;
import io.moquette.persistence.StoredRepositories;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.AttributeKey;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.NullMarked;
import org.plantdeck.broker.limits.QueueLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Moquette without its network side: sessions, subscriptions, queues and retained messages, wired
 * as its own server does but with parts of ours where its own lose messages or grow without an end.
 * It lies in Moquette's package because what it wires is for that package only. Threads: any;
 * closing from one.
 */
@NullMarked
public final class MoquetteCore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MoquetteCore.class);

    /** Between two saves; what changed since is lost by a killed process. */
    private static final int SAVE_INTERVAL_MILLIS = 500;

    private static final int SAVING_SECONDS_MAX = 30;

    private static final AttributeKey<Object> CONNECTION = AttributeKey.valueOf("connection");

    private final ScheduledExecutorService scheduler;
    private final MVStore store;
    private final BrokerInterceptor interceptor = new BrokerInterceptor(List.of());
    private final GuardedLoops loops;
    private final MarkedRetained retained;
    private final BoundedQueues queues;
    private final BoundedSessions sessions;
    private final PostOffice postOffice;
    private final NewNettyMQTTHandler handler;

    /**
     * How it is wired.
     *
     * @param file where sessions and retained messages are kept
     * @param commands how many commands may wait for one session loop
     * @param mayReceive whether a client, by its identifier, is to be given what a filter matches
     * @param troubles hears of what did not work
     */
    public record Wiring(
            Path file,
            QueueLimits limits,
            int commands,
            BiPredicate<String, String> mayReceive,
            SessionTroubles troubles) {}

    /**
     * Opens the store and takes up the sessions in it.
     *
     * @throws MVStoreException where the store is broken, held by another process or cannot be
     *     written
     */
    public MoquetteCore(Wiring wiring) {
        QueueLimits limits = wiring.limits();
        store =
                new MVStore.Builder()
                        .fileName(wiring.file().toAbsolutePath().toString())
                        .autoCommitDisabled()
                        .open();
        scheduler =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("broker-store").daemon().factory());
        Set<String> passing = ConcurrentHashMap.newKeySet();
        loops = new GuardedLoops(interceptor, wiring.commands(), wiring.troubles());
        retained = new MarkedRetained(new H2RetainedRepository(store));
        queues = new BoundedQueues(store, limits, passing, wiring.troubles());
        ISubscriptionsDirectory subscriptions = new TopDollar(new CTrieSubscriptionDirectory());
        subscriptions.init(Lasting.subscriptions(StoredRepositories.subscriptions(store), passing));
        Authorizator authorizator = new Authorizator(policy(wiring.mayReceive()));
        sessions =
                new BoundedSessions(
                        new BoundedSessions.Parts(
                                subscriptions,
                                Lasting.sessions(
                                        StoredRepositories.sessions(store, Clock.systemUTC()),
                                        passing),
                                queues,
                                authorizator,
                                loops),
                        scheduler,
                        passing,
                        limits);
        postOffice =
                new PostOffice(subscriptions, retained, sessions, interceptor, authorizator, loops);
        handler =
                new NewNettyMQTTHandler(
                        new MQTTConnectionFactory(
                                new BrokerConfiguration(true, true, false, 0),
                                new AcceptAllAuthenticator(),
                                sessions,
                                postOffice));
        var _ =
                scheduler.scheduleWithFixedDelay(
                        () -> save(wiring.troubles()),
                        SAVE_INTERVAL_MILLIS,
                        SAVE_INTERVAL_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    /** A store that has failed once is closed for good, and fails again at each save. */
    private void save(SessionTroubles troubles) {
        try {
            store.commit();
        } catch (MVStoreException failed) {
            troubles.storeFailed(failed);
        }
    }

    private static IAuthorizatorPolicy policy(BiPredicate<String, String> mayReceive) {
        return new IAuthorizatorPolicy() {
            @Override
            public boolean canWrite(Topic topic, String user, String client) {
                return true;
            }

            @Override
            public boolean canRead(Topic topic, String user, String client) {
                return mayReceive.test(client, topic.toString());
            }
        };
    }

    /** The end of every connection's pipeline: it takes decoded MQTT messages. */
    public ChannelInboundHandler handler() {
        return handler;
    }

    /** Whether the client of a channel has been told that it is connected. */
    public static boolean isConnected(Channel channel) {
        return channel.attr(CONNECTION).get() instanceof MQTTConnection connection
                && connection.isConnected();
    }

    /** Whether a topic name of an outgoing message bears the mark of a retained one. */
    public static boolean isRetained(String topic) {
        return !topic.isEmpty() && topic.charAt(0) == MarkedRetained.MARK;
    }

    /**
     * Takes up the session of a client that has come back: sends again what it had in flight,
     * before anything that waits for it.
     *
     * @param receiving is given the numbers of what it sent by QoS 2 and has not released; called
     *     on the session's loop
     */
    public void takeUp(String clientId, Channel channel, Consumer<Set<Integer>> receiving) {
        if (channel.attr(CONNECTION).get() instanceof MQTTConnection connection) {
            loops.routeCommand(
                    clientId,
                    "take up",
                    () -> {
                        sessions.sendAgain(clientId, connection);
                        receiving.accept(sessions.receiving(clientId));
                        return clientId;
                    });
        }
    }

    /** Publishes in the name of the broker or of somebody who is gone. */
    public void publish(String topic, MqttQoS qos, byte[] payload) {
        MqttPublishMessage message =
                new MqttPublishMessage(
                        new MqttFixedHeader(MqttMessageType.PUBLISH, false, qos, false, 0),
                        new MqttPublishVariableHeader(topic, 0),
                        Unpooled.wrappedBuffer(payload));
        loops.routeCommand(
                topic,
                "publish",
                () -> {
                    postOffice.internalPublish(message);
                    return topic;
                });
    }

    /** Keeps a message for later subscribers; an empty one ends what was kept. */
    public void retain(String topic, MqttQoS qos, byte[] payload) {
        retained.retain(topic, qos, payload);
    }

    /** The retained messages that a topic filter matches. */
    public Stream<RetainedMessage> retained(String filter) {
        return retained.matching(filter);
    }

    /** Runs something once all that the loops have been given until now is done. */
    public void fence(String clientId, Runnable after) {
        loops.fence(clientId, after);
    }

    /** Runs something on a client's loop, behind all it has been given until now. */
    public void inTurn(String clientId, Runnable task) {
        loops.routeCommand(
                clientId,
                "in turn",
                () -> {
                    task.run();
                    return clientId;
                });
    }

    /** The topic filters of a session, with the quality of service granted. */
    public List<Subscription> subscriptions(String clientId) {
        Session session = sessions.retrieve(clientId);
        return session == null ? List.of() : session.getSubscriptions();
    }

    /**
     * What a session holds.
     *
     * @param subscriptions its topic filters
     * @param waiting messages beside those in flight
     * @param inFlight messages sent and not acknowledged
     */
    public record Load(int subscriptions, int waiting, int inFlight) {}

    /** What the session of a client holds; may be a moment old. */
    public Load load(String clientId) {
        Session session = sessions.retrieve(clientId);
        return session == null
                ? new Load(0, 0, 0)
                : new Load(
                        session.getSubscriptions().size(),
                        queues.waiting(clientId),
                        sessions.inFlight(session));
    }

    /** The clients that are away and whose sessions wait for them. */
    public List<String> sleeping() {
        return sessions.lasting().stream()
                .filter(it -> !it.connected())
                .map(Session::getClientID)
                .toList();
    }

    /** Ends it in order once every connection is closed; what is in flight is kept. */
    @Override
    public void close() {
        try {
            loops.drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postOffice.terminate();
        sessions.lasting().forEach(sessions::putBack);
        // While their scheduler lives: they take back what they have given it, or complain.
        sessions.close();
        endSaving();
        store.close();
        interceptor.stop();
    }

    /** An interrupted save would break the store: it is waited for. */
    private void endSaving() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(SAVING_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.atWarn().log("The last save of the sessions takes long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
