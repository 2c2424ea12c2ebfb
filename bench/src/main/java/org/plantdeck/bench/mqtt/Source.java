package org.plantdeck.bench.mqtt;

import io.netty.buffer.ByteBuf;

/**
 * Where the messages of a client come from. Threads: a client asks on its event loop, so an
 * implementation must not block.
 */
public interface Source {

    /** The topic all messages go to. */
    String topic();

    /** 0 or 1: the quality of service they are published with. */
    int qos();

    /** The length of every payload, in bytes. */
    int payloadBytes();

    /** Whether a message is to be sent now. */
    boolean isDue();

    /** Writes the payload of the message that is due: exactly {@link #payloadBytes()} bytes. */
    void fill(ByteBuf payload);
}
