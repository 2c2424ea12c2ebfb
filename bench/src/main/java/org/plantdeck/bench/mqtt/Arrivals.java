package org.plantdeck.bench.mqtt;

import io.netty.buffer.ByteBuf;

/** Sees the messages delivered to a client. Threads: called on the client's event loop. */
@FunctionalInterface
public interface Arrivals {

    /** Takes a delivered message; its payload is valid during the call alone. */
    void arrived(ByteBuf payload);
}
