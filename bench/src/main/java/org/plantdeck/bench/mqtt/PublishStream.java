package org.plantdeck.bench.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;

import java.util.BitSet;

/**
 * Turns the messages of a source into PUBLISH packets and remembers which are not acknowledged.
 * What is the same in all of them is encoded once, so that the generator takes as little as
 * possible of the processors it shares with the broker. Threads: one event loop.
 */
final class PublishStream {

    private static final int LARGEST_IDENTIFIER = 65_535;
    private static final int PLACEHOLDER_IDENTIFIER = 1;

    private final Source source;
    private final int window;

    /** Fixed header, topic and, at QoS 1, two bytes for the packet identifier. */
    private final byte[] head;

    private final BitSet unacknowledged = new BitSet(LARGEST_IDENTIFIER + 1);
    private int inFlight;
    private int identifier;

    PublishStream(Source source, int window) {
        if (window < 1 || window >= LARGEST_IDENTIFIER) {
            throw new IllegalArgumentException("a window of " + window + " messages");
        }
        this.source = source;
        this.window = window;
        this.head = head(source);
    }

    private static byte[] head(Source source) {
        EmbeddedChannel encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);
        encoder.writeOutbound(
                MqttMessageBuilders.publish()
                        .topicName(source.topic())
                        .qos(MqttQoS.valueOf(source.qos()))
                        .messageId(PLACEHOLDER_IDENTIFIER)
                        .payload(Unpooled.wrappedBuffer(new byte[source.payloadBytes()]))
                        .build());
        ByteBuf packet = Unpooled.buffer();
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            packet.writeBytes(part);
            part.release();
        }
        byte[] head = new byte[packet.readableBytes() - source.payloadBytes()];
        packet.readBytes(head);
        encoder.finishAndReleaseAll();
        return head;
    }

    /** Bytes of a whole packet. */
    int packetBytes() {
        return head.length + source.payloadBytes();
    }

    /** Whether the window and the source let a message go now. */
    boolean hasNext() {
        return (source.qos() == 0 || inFlight < window) && source.isDue();
    }

    /** Appends the next packet. */
    void writeNext(ByteBuf packets) {
        packets.writeBytes(head);
        if (source.qos() > 0) {
            packets.setShort(packets.writerIndex() - 2, nextIdentifier());
            inFlight++;
        }
        source.fill(packets);
    }

    private int nextIdentifier() {
        do {
            identifier = identifier % LARGEST_IDENTIFIER + 1;
        } while (unacknowledged.get(identifier));
        unacknowledged.set(identifier);
        return identifier;
    }

    /** Whether this acknowledges a message that waited for it. */
    boolean acknowledge(int acknowledged) {
        if (!unacknowledged.get(acknowledged)) {
            return false;
        }
        unacknowledged.clear(acknowledged);
        inFlight--;
        return true;
    }
}
