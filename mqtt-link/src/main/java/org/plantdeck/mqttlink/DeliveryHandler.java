package org.plantdeck.mqttlink;

/** What a part does with a message that arrives. */
@FunctionalInterface
public interface DeliveryHandler {

    /**
     * Takes a message. The handler, or whoever it hands the delivery to, acknowledges it once it is
     * safe.
     *
     * @throws InterruptedException when the link is closing while the handler waits for room
     */
    void accept(Delivery delivery) throws InterruptedException;

    /**
     * A handler for messages that are safe as soon as they are handled: acknowledged when it
     * returns or throws.
     */
    static DeliveryHandler acknowledging(DeliveryHandler handler) {
        return delivery -> {
            try {
                handler.accept(delivery);
            } finally {
                delivery.acknowledge();
            }
        };
    }
}
