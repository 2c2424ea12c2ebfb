package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class PublishBlockTest {

    private static final String TOPIC = "factory/Fläche/übung";

    private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
    private final EmbeddedChannel reader = new EmbeddedChannel(new MqttDecoder(1_000_000));
    private final ChannelHandlerContext ctx = channel.pipeline().firstContext();
    private final PublishBlock block = new PublishBlock(ctx);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
        reader.finishAndReleaseAll();
    }

    private static MqttPublishMessage message(
            MqttQoS qos, boolean isDup, boolean isRetained, int packetId, int bytes) {
        return new MqttPublishMessage(
                new MqttFixedHeader(MqttMessageType.PUBLISH, isDup, qos, isRetained, 0),
                new MqttPublishVariableHeader(TOPIC, packetId),
                Unpooled.wrappedBuffer(new byte[bytes]));
    }

    private List<ByteBuf> written() {
        block.end();
        channel.flush();
        List<ByteBuf> buffers = new ArrayList<>();
        for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            buffers.add(next);
        }
        return buffers;
    }

    private List<MqttPublishMessage> read(List<ByteBuf> buffers) {
        buffers.forEach(reader::writeInbound);
        List<MqttPublishMessage> messages = new ArrayList<>();
        for (MqttPublishMessage next = reader.readInbound();
                next != null;
                next = reader.readInbound()) {
            messages.add(next);
        }
        return messages;
    }

    @Test
    void everyFlagAndNumberArrives() {
        assertThat(block.add(message(MqttQoS.AT_MOST_ONCE, false, true, 0, 3))).isTrue();
        assertThat(block.add(message(MqttQoS.AT_LEAST_ONCE, true, false, 65_535, 0))).isTrue();
        assertThat(block.add(message(MqttQoS.EXACTLY_ONCE, false, true, 1, 7))).isTrue();

        List<ByteBuf> buffers = written();
        assertThat(buffers).hasSize(1);
        List<MqttPublishMessage> messages = read(buffers);
        assertThat(messages)
                .extracting(it -> it.variableHeader().topicName())
                .containsOnly(TOPIC)
                .hasSize(3);
        assertThat(messages)
                .extracting(it -> it.fixedHeader().qosLevel())
                .containsExactly(MqttQoS.AT_MOST_ONCE, MqttQoS.AT_LEAST_ONCE, MqttQoS.EXACTLY_ONCE);
        assertThat(messages)
                .extracting(it -> it.fixedHeader().isDup())
                .containsExactly(false, true, false);
        assertThat(messages)
                .extracting(it -> it.fixedHeader().isRetain())
                .containsExactly(true, false, true);
        assertThat(messages.subList(1, 3))
                .extracting(it -> it.variableHeader().packetId())
                .containsExactly(65_535, 1);
        assertThat(messages)
                .extracting(it -> it.payload().readableBytes())
                .containsExactly(3, 0, 7);
    }

    /** Where the remaining length takes one byte more (MQTT 3.1.1, table 2.4). */
    @ParameterizedTest
    @ValueSource(ints = {0, 103, 104, 105, 16_355})
    void everyLengthArrives(int bytes) {
        assertThat(block.add(message(MqttQoS.AT_MOST_ONCE, false, false, 0, bytes))).isTrue();
        assertThat(read(written()))
                .singleElement()
                .satisfies(it -> assertThat(it.payload().readableBytes()).isEqualTo(bytes));
    }

    @Test
    void whatIsTakenIsReleasedAndWhatIsTooLargeIsLeft() {
        MqttPublishMessage small = message(MqttQoS.AT_MOST_ONCE, false, false, 0, 200);
        MqttPublishMessage large = message(MqttQoS.AT_MOST_ONCE, false, false, 0, 16_384);
        assertThat(block.add(small)).isTrue();
        assertThat(block.add(large)).isFalse();
        assertThat(small.refCnt()).isZero();
        assertThat(large.refCnt()).isOne();
        assertThat(read(written())).hasSize(1);
        large.release();
    }

    @Test
    void whatOneBufferDoesNotHoldGoesOnInTheNextInOrder() {
        for (int i = 1; i <= 100; i++) {
            assertThat(block.add(message(MqttQoS.AT_LEAST_ONCE, false, false, i, 1_000))).isTrue();
        }
        List<ByteBuf> buffers = written();
        assertThat(buffers).hasSizeBetween(7, 8);
        List<MqttPublishMessage> messages = read(buffers);
        assertThat(messages)
                .hasSize(100)
                .isSortedAccordingTo((one, other) ->
                        one.variableHeader().packetId() - other.variableHeader().packetId());
    }

    @Test
    void nothingIsWrittenForNothing() {
        assertThat(written()).isEmpty();
    }
}
