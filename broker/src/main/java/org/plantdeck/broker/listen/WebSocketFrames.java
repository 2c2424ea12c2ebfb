package org.plantdeck.broker.listen;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.MessageToMessageCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

import java.util.List;

/** MQTT in binary WebSocket frames (MQTT 3.1.1, 6). A packet may lie across frames. */
final class WebSocketFrames extends MessageToMessageCodec<WebSocketFrame, ByteBuf> {

    private static final int REQUEST_BYTES_MAX = 65_536;

    private static final String PROTOCOL = "mqtt";

    private WebSocketFrames() {}

    /**
     * Fits a connection with them.
     *
     * @param frameBytes largest frame
     */
    static void fit(ChannelPipeline pipeline, String path, int frameBytes) {
        pipeline.addLast("http", new HttpServerCodec());
        pipeline.addLast("request", new HttpObjectAggregator(REQUEST_BYTES_MAX));
        pipeline.addLast("protocol", new Preferred());
        pipeline.addLast(
                "websocket",
                new WebSocketServerProtocolHandler(
                        WebSocketServerProtocolConfig.newBuilder()
                                .websocketPath(path)
                                .subprotocols(PROTOCOL + ", mqttv3.1, mqttv3.1.1")
                                .allowExtensions(false)
                                .maxFramePayloadLength(frameBytes)
                                .build()));
        pipeline.addLast("frames", new WebSocketFrames());
    }

    /** Where mqtt is among the protocols a client offers, it is chosen (MQTT 3.1.1, 6). */
    private static final class Preferred extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof HttpRequest request
                    && request.headers()
                            .containsValue(
                                    HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, PROTOCOL, false)) {
                request.headers().set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, PROTOCOL);
            }
            ctx.fireChannelRead(message);
        }
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out) {
        out.add(new BinaryWebSocketFrame(bytes.retain()));
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, WebSocketFrame frame, List<Object> out) {
        if (frame instanceof BinaryWebSocketFrame || frame instanceof ContinuationWebSocketFrame) {
            out.add(frame.content().retain());
        } else {
            var _ = ctx.close();
        }
    }
}
