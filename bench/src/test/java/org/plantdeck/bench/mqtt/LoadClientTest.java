package org.plantdeck.bench.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.fixtures.FreePorts;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class LoadClientTest {

    private static final int COUNT = 300;

    @TempDir Path directory;

    /** Numbers as text, three digits each, until there are enough. */
    private static final class Numbers implements Source {

        private int next;

        @Override
        public String topic() {
            return "test/bench/numbers";
        }

        @Override
        public int qos() {
            return 1;
        }

        @Override
        public int payloadBytes() {
            return 3;
        }

        @Override
        public boolean isDue() {
            return next < COUNT;
        }

        @Override
        public void fill(ByteBuf payload) {
            payload.writeCharSequence(String.valueOf(100 + next++), UTF_8);
        }
    }

    @Test
    void everyMessageOfASourceArrivesInOrderThroughASmallWindow() throws Exception {
        int port = FreePorts.one();
        Endpoint endpoint = Endpoint.tcp("127.0.0.1", port);
        EventLoopGroup loops = new NioEventLoopGroup(1);
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (EmbeddedBroker broker =
                EmbeddedBroker.of(
                        BrokerSettings.open("local-broker", "127.0.0.1", port, directory))) {
            broker.start();
            LoadClient subscriber =
                    LoadClient.connect(loops, endpoint, "s", it -> seen.add(it.toString(UTF_8)))
                            .get(30, TimeUnit.SECONDS);
            subscriber.subscribe("test/bench/#", 1).get(30, TimeUnit.SECONDS);
            LoadClient publisher =
                    LoadClient.connect(loops, endpoint, "p", _ -> {}).get(30, TimeUnit.SECONDS);
            publisher.publishFrom(new Numbers(), 7);
            for (int i = 0; i < COUNT; i++) {
                assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo(String.valueOf(100 + i));
            }
            assertThat(publisher.sent()).isEqualTo(COUNT);
            publisher.disconnect().get(30, TimeUnit.SECONDS);
            subscriber.disconnect().get(30, TimeUnit.SECONDS);
            assertThat(seen).isEmpty();
        } finally {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }
}
