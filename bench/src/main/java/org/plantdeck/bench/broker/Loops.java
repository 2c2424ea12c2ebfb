package org.plantdeck.bench.broker;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The threads of the load generator, the same for every subject: one event loop for all publishers,
 * one for all subscribers, and one thread that says when something is due.
 */
final class Loops implements AutoCloseable {

    private final EventLoopGroup publishing =
            new NioEventLoopGroup(1, new DefaultThreadFactory("bench-publish", true));
    private final EventLoopGroup subscribing =
            new NioEventLoopGroup(1, new DefaultThreadFactory("bench-subscribe", true));
    private final ScheduledExecutorService pacer =
            Executors.newSingleThreadScheduledExecutor(
                    new DefaultThreadFactory("bench-pace", true));

    EventLoopGroup publishing() {
        return publishing;
    }

    EventLoopGroup subscribing() {
        return subscribing;
    }

    ScheduledExecutorService pacer() {
        return pacer;
    }

    @Override
    public void close() {
        pacer.shutdownNow();
        var _ = publishing.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        var _ = subscribing.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
