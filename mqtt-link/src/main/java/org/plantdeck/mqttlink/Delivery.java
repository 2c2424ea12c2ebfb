package org.plantdeck.mqttlink;

/** A message that has arrived. Threads: {@link #acknowledge()} from any. */
public interface Delivery {

    /** The topic it was published to. */
    String topic();

    /** Its payload; not to be changed. */
    byte[] body();

    /** Whether the broker sent it because it was retained, not because it was just published. */
    boolean retained();

    /** Whether the broker says it may have delivered it before. */
    boolean duplicate();

    /**
     * Tells the broker that the message is safe here; until then a persistent session delivers it
     * again after a reconnect. Does nothing once the connection it arrived on is gone, and nothing
     * the second time.
     */
    void acknowledge();
}
