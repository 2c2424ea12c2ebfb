package io.moquette.broker;

import io.moquette.broker.subscriptions.ISubscriptionsDirectory;
import io.moquette.broker.subscriptions.Subscription;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.plantdeck.broker.limits.QueueLimits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Moquette's sessions with an end to what each may hold. Moquette keeps what waits for a clean
 * session in a queue without an end; so it is told that every session is persistent, gets its queue
 * from us, and the clean ones are ended here with their connection (MQTT 3.1.1, 3.1.2.4). Threads:
 * a session's loop.
 */
@NullMarked
final class BoundedSessions extends SessionRegistry {

    private static final int MAX_ID = 65_535;
    private static final VarHandle SLOTS =
            field(Session.class, "inflightSlots", AtomicInteger.class);
    private static final VarHandle WINDOW = field(Session.class, "inflightWindow", Map.class);
    private static final VarHandle RECEIVING = field(Session.class, "qos2Receiving", Map.class);
    private static final VarHandle LAST_ID =
            field(MQTTConnection.class, "lastPacketId", AtomicInteger.class);

    private final ISubscriptionsDirectory subscriptions;
    private final ISessionsRepository sessions;
    private final BoundedQueues queues;
    private final Set<String> passing;
    private final QueueLimits limits;

    /** What the registry is made of. */
    record Parts(
            ISubscriptionsDirectory subscriptions,
            ISessionsRepository sessions,
            BoundedQueues queues,
            Authorizator authorizator,
            GuardedLoops loops) {}

    /**
     * @param passing the clients whose sessions end with their connection; kept here
     */
    BoundedSessions(
            Parts parts,
            ScheduledExecutorService scheduler,
            Set<String> passing,
            QueueLimits limits) {
        super(
                parts.subscriptions(),
                parts.sessions(),
                parts.queues(),
                parts.authorizator(),
                scheduler,
                parts.loops());
        subscriptions = parts.subscriptions();
        sessions = parts.sessions();
        queues = parts.queues();
        this.passing = passing;
        this.limits = limits;
    }

    /** The window of ten messages is compiled in, as the start of a counter of free places. */
    private static VarHandle field(Class<?> of, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(of, MethodHandles.lookup())
                    .findVarHandle(of, name, type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(of.getName() + " of this Moquette has no " + name, e);
        }
    }

    @Override
    SessionCreationResult createOrReopenSession(
            MqttConnectMessage connect, String clientId, @Nullable String username) {
        boolean clean = connect.variableHeader().isCleanSession();
        Session old = retrieve(clientId);
        if (old != null && (clean || passing.contains(clientId))) {
            if (!old.disconnected()) {
                old.closeImmediately();
            }
            end(old);
        }
        if (clean) {
            passing.add(clientId);
        }
        SessionCreationResult result =
                super.createOrReopenSession(lasting(connect), clientId, username);
        // Nothing new overtakes what was in flight: there is no place until it is sent again.
        free(result.session).set(window(result.session).isEmpty() ? limits.inFlight() : 0);
        return result;
    }

    private static AtomicInteger free(Session session) {
        return (AtomicInteger) SLOTS.get(session);
    }

    private static MqttConnectMessage lasting(MqttConnectMessage connect) {
        MqttConnectVariableHeader header = connect.variableHeader();
        return new MqttConnectMessage(
                connect.fixedHeader(),
                new MqttConnectVariableHeader(
                        header.name(),
                        header.version(),
                        header.hasUserName(),
                        header.hasPassword(),
                        header.isWillRetain(),
                        header.willQos(),
                        header.isWillFlag(),
                        false,
                        header.keepAliveTimeSeconds()),
                connect.payload());
    }

    @Override
    void connectionClosed(Session session) {
        super.connectionClosed(session);
        if (passing.contains(session.getClientID())) {
            end(session);
        }
    }

    /** Ends a session that is disconnected, with its subscriptions and what waits for it. */
    void end(Session session) {
        String clientId = session.getClientID();
        if (session.assignState(
                Session.SessionStatus.DISCONNECTED, Session.SessionStatus.DESTROYED)) {
            for (Subscription subscription : session.getSubscriptions()) {
                subscriptions.removeSubscription(subscription.getTopicFilter(), clientId);
            }
            remove(clientId);
            queues.forget(clientId);
            sessions.delete(session.getSessionData());
            passing.remove(clientId);
        }
    }

    /**
     * Sends again what a session had in flight when its last connection ended, in order and before
     * anything new (MQTT 3.1.1, 4.4 and 4.6), and goes on numbering behind it: Moquette would begin
     * at 1 and so forget what is in flight under that number.
     */
    void sendAgain(String clientId, MQTTConnection connection) {
        Session session = retrieve(clientId);
        if (session == null || !session.isBoundTo(connection)) {
            return;
        }
        Map<Integer, EnqueuedMessage> window = window(session);
        if (window.isEmpty()) {
            return;
        }
        List<Integer> ids = inOrder(window.keySet());
        ((AtomicInteger) LAST_ID.get(connection)).set(ids.getLast());
        for (int id : ids) {
            EnqueuedMessage message = window.get(id);
            if (message instanceof PublishedMessage published) {
                connection.sendPublish(again(published, id));
            } else {
                connection.sendIfWritableElseDrop(MQTTConnection.pubrel(id));
            }
        }
        free(session).set(limits.inFlight() - window.size());
        session.flushAllQueuedMessages();
    }

    @SuppressWarnings("unchecked") // as Moquette declares the field
    private static Map<Integer, EnqueuedMessage> window(Session session) {
        return (Map<Integer, EnqueuedMessage>) WINDOW.get(session);
    }

    /** The numbers of what a client sent by QoS 2 and has not released. */
    @SuppressWarnings("unchecked") // as Moquette declares the field
    Set<Integer> receiving(String clientId) {
        Session session = retrieve(clientId);
        return session == null
                ? Set.of()
                : Set.copyOf(((Map<Integer, ?>) RECEIVING.get(session)).keySet());
    }

    /** Packet identifiers in the order they were given; after 65535 comes 1. */
    static List<Integer> inOrder(Set<Integer> ids) {
        int lowest = ids.stream().mapToInt(Integer::intValue).min().orElse(0);
        int highest = ids.stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean wrapped = highest - lowest > MAX_ID / 2;
        return ids.stream()
                .sorted(
                        Comparator.comparingInt(
                                id -> wrapped && id < MAX_ID / 2 ? id + MAX_ID : id))
                .toList();
    }

    private static MqttPublishMessage again(PublishedMessage message, int id) {
        return new MqttPublishMessage(
                new MqttFixedHeader(
                        MqttMessageType.PUBLISH, true, message.getPublishingQos(), false, 0),
                new MqttPublishVariableHeader(message.getTopic().toString(), id),
                message.getPayload());
    }

    /** How many messages of a session are in flight; may be a moment old. */
    int inFlight(Session session) {
        return Math.max(0, limits.inFlight() - free(session).get());
    }

    /** Puts what lasting sessions have in flight back before what waits for them; at the end. */
    void putBack(Session session) {
        Map<Integer, EnqueuedMessage> window = window(session);
        List<EnqueuedMessage> messages =
                inOrder(window.keySet()).reversed().stream().map(window::get).toList();
        messages.forEach(it -> queues.putFirst(session.getClientID(), it));
        window.clear();
    }

    /** Every session there is. */
    List<Session> lasting() {
        return queues.clients().stream()
                .filter(it -> !passing.contains(it))
                .map(this::retrieve)
                .filter(Objects::nonNull)
                .toList();
    }
}
