package org.plantdeck.mqttlink;

import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.ScheduledExecutorPingSender;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection to a broker, from CONNECT to its end; a new one is made for each attempt, so
 * nothing survives a reconnect by accident. Threads: connect, subscribe, publish and close from the
 * link's own thread; the listener is called on the library's threads.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long WAIT_MILLIS = 5_000;
    private static final int REFUSED = 0x80;

    /** What a link hears of its connection. */
    interface Listener {
        /** A message has arrived. */
        void arrived(Delivery delivery) throws InterruptedException;

        /** The connection is gone without having been closed here; called once. */
        void lost(String reason);
    }

    /** The library's own: receive, send, deliver, ping, and one each to begin and to end. */
    private static final int THREADS = 6;

    private final MqttAsyncClient client;
    private final ScheduledExecutorService threads;
    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();

    Connection(URI broker, String identity, Listener listener) throws MqttException {
        this.listener = listener;
        threads =
                Executors.newScheduledThreadPool(
                        THREADS,
                        Thread.ofPlatform().name("mqtt-" + identity + "-", 1).daemon().factory());
        client =
                new MqttAsyncClient(
                        broker.toString(),
                        identity,
                        new MemoryPersistence(),
                        new ScheduledExecutorPingSender(threads),
                        threads);
        client.setManualAcks(true);
        client.setCallback(new Callback());
    }

    /** Connects; returns when the broker has accepted. */
    void connect(MqttConnectOptions options) throws MqttException {
        client.connect(options).waitForCompletion(WAIT_MILLIS);
    }

    /** Subscribes; returns when the broker has granted every filter. */
    void subscribe(String[] filters, int[] qos) throws MqttException {
        IMqttToken token = client.subscribe(filters, qos);
        token.waitForCompletion(WAIT_MILLIS);
        int[] granted = token.getGrantedQos();
        for (int i = 0; i < granted.length; i++) {
            if (granted[i] == REFUSED) {
                throw new MqttException(
                        new IllegalStateException("the broker refuses to subscribe " + filters[i]));
            }
        }
    }

    /** Ends a subscription; returns when the broker has agreed. */
    void unsubscribe(String filter) throws MqttException {
        client.unsubscribe(filter).waitForCompletion(WAIT_MILLIS);
    }

    /** Hands a message to the network; the callback runs when the broker has taken it. */
    void publish(Publication publication, Runnable taken) throws MqttException {
        MqttMessage message = new MqttMessage(publication.body());
        message.setQos(publication.qos());
        message.setRetained(publication.retained());
        client.publish(
                publication.topic(),
                message,
                null,
                new IMqttActionListener() {
                    @Override
                    public void onSuccess(IMqttToken token) {
                        taken.run();
                    }

                    @Override
                    public void onFailure(IMqttToken token, Throwable cause) {
                        LOG.atDebug().addKeyValue("topic", publication.topic()).log("Not taken");
                    }
                });
    }

    /** Publishes before the end and waits until the broker has taken the message, if it does. */
    void publishLast(Publication publication) {
        try {
            client.publish(
                            publication.topic(),
                            publication.body(),
                            publication.qos(),
                            publication.retained())
                    .waitForCompletion(WAIT_MILLIS);
        } catch (MqttException tooLate) {
            LOG.atDebug()
                    .addKeyValue("topic", publication.topic())
                    .addKeyValue("reason", tooLate.getMessage())
                    .log("Could not say goodbye");
        }
    }

    /** Ends the connection in order, without the last will. */
    void disconnect() {
        ended.set(true);
        try {
            client.disconnect(0).waitForCompletion(WAIT_MILLIS);
        } catch (MqttException alreadyGone) {
            LOG.atDebug()
                    .addKeyValue("reason", alreadyGone.getMessage())
                    .log("Disconnected the hard way");
            drop();
            return;
        }
        closeClient();
    }

    /** Ends what is left of a connection that is of no use any more. */
    void drop() {
        ended.set(true);
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException alreadyGone) {
            LOG.atDebug().addKeyValue("reason", alreadyGone.getMessage()).log("Was gone already");
        }
        closeClient();
    }

    private void closeClient() {
        try {
            client.close(true);
        } catch (MqttException alreadyClosed) {
            LOG.atDebug()
                    .addKeyValue("reason", alreadyClosed.getMessage())
                    .log("Was closed already");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whether this connection still stands. */
    boolean isOpen() {
        return !ended.get() && client.isConnected();
    }

    private final class Callback implements MqttCallback {

        @Override
        public void connectionLost(@Nullable Throwable cause) {
            if (!ended.getAndSet(true)) {
                listener.lost(Reasons.of(cause));
            }
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
            listener.arrived(new Arrived(topic, message));
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Each publication has its own listener.
        }
    }

    private final class Arrived implements Delivery {

        private final String topic;
        private final MqttMessage message;
        private final AtomicBoolean acknowledged = new AtomicBoolean();

        Arrived(String topic, MqttMessage message) {
            this.topic = topic;
            this.message = message;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public byte[] body() {
            return message.getPayload();
        }

        @Override
        public boolean retained() {
            return message.isRetained();
        }

        @Override
        public boolean duplicate() {
            return message.isDuplicate();
        }

        @Override
        public void acknowledge() {
            if (message.getQos() == 0 || acknowledged.getAndSet(true) || !isOpen()) {
                return;
            }
            try {
                client.messageArrivedComplete(message.getId(), message.getQos());
            } catch (MqttException gone) {
                LOG.atDebug()
                        .addKeyValue("topic", topic)
                        .log("Connection ended before the acknowledgement");
            }
        }
    }
}
