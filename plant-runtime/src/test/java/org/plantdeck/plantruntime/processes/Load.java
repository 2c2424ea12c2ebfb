package org.plantdeck.plantruntime.processes;

import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Publishes 0, 1, 2 … to one topic at QoS 1 as fast as the broker acknowledges them, until its
 * connection ends. Threads: any.
 */
final class Load implements AutoCloseable {

    private static final int WINDOW = 100;
    private static final long PATIENCE_SECONDS = 60;

    private final String topic;
    private final MqttAsyncClient client;
    private final Semaphore window = new Semaphore(WINDOW);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean isOver;

    private Load(URI broker, String topic) throws MqttException {
        this.topic = topic;
        client =
                new MqttAsyncClient(
                        broker.toString(),
                        MqttAsyncClient.generateClientId(),
                        new MemoryPersistence());
        client.setCallback(
                new MqttCallback() {
                    @Override
                    public void connectionLost(Throwable cause) {
                        end();
                    }

                    @Override
                    public void messageArrived(String of, MqttMessage message) {}

                    @Override
                    public void deliveryComplete(IMqttDeliveryToken token) {}
                });
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMaxInflight(WINDOW);
        client.connect(options).waitForCompletion();
    }

    /** Connects and begins. */
    static Load on(URI broker, String topic) throws MqttException {
        Load load = new Load(broker, topic);
        load.thread.execute(load::publish);
        return load;
    }

    private void publish() {
        try {
            for (int number = 0; !isOver; number++) {
                window.acquire();
                client.publish(
                        topic,
                        Integer.toString(number).getBytes(StandardCharsets.UTF_8),
                        1,
                        false,
                        null,
                        new IMqttActionListener() {
                            @Override
                            public void onSuccess(IMqttToken token) {
                                acknowledged.incrementAndGet();
                                window.release();
                            }

                            @Override
                            public void onFailure(IMqttToken token, Throwable cause) {
                                end();
                            }
                        });
            }
        } catch (MqttException | InterruptedException e) {
            end(); // the broker is gone: that is what the load is for
        }
        ended.complete(null);
    }

    private void end() {
        isOver = true;
        window.release(WINDOW);
    }

    String topic() {
        return topic;
    }

    /** How many messages, from 0 on, the broker has acknowledged. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** Waits until nothing more is published. */
    void awaitEnd() throws Exception {
        ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws MqttException {
        end();
        thread.shutdownNow();
        client.close(true);
    }
}
