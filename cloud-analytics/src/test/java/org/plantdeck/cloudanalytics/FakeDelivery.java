package org.plantdeck.cloudanalytics;

import org.plantdeck.mqttlink.Delivery;

import java.util.concurrent.CompletableFuture;

/** A message that notes its acknowledgement. */
final class FakeDelivery implements Delivery {

    final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private final String topic;
    private final byte[] body;
    private final Runnable onAcknowledge;

    FakeDelivery(String topic, byte[] body) {
        this(topic, body, () -> {});
    }

    FakeDelivery(String topic, byte[] body, Runnable onAcknowledge) {
        this.topic = topic;
        this.body = body;
        this.onAcknowledge = onAcknowledge;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public boolean retained() {
        return false;
    }

    @Override
    public boolean duplicate() {
        return false;
    }

    @Override
    public void acknowledge() {
        onAcknowledge.run();
        acknowledged.complete(null);
    }
}
