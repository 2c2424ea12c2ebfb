package org.plantdeck.plantruntime.parts;

import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkSettings.Session;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Part;

import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An embedded broker as a part: it says its status over a link to itself and tells other processes
 * of the data directory where it listens. Threads: start and close from one, the rest from any.
 */
final class BrokerPart implements Part {

    private static final long REPORT_SECONDS = 5;

    private final PartName name;
    private final URI endpoint;
    private final DataDirectory directory;
    private final EmbeddedBroker broker;
    private final MqttLink link;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean linked;

    BrokerPart(
            PartName name,
            BrokerSettings settings,
            URI endpoint,
            DataDirectory directory,
            LinkFactory links) {
        this.name = name;
        this.endpoint = endpoint;
        this.directory = directory;
        broker = EmbeddedBroker.of(settings);
        link = links.link(LinkSettings.of(endpoint, name.component(), Session.CLEAN));
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name.component()).daemon().factory());
    }

    @Override
    public String component() {
        return name.component();
    }

    /** Where it listens. */
    URI endpoint() {
        return endpoint;
    }

    @Override
    public void start() {
        broker.start();
        directory.writeEndpoint(name.word(), endpoint);
        link.start();
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> link.report(health()), 0, REPORT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public boolean isReady() {
        linked = linked || link.state().isUp();
        return linked && broker.isRunning();
    }

    @Override
    public Health health() {
        Leaves figures =
                Leaves.builder()
                        .put("clients", broker.clientCount())
                        .put("endpoint", endpoint.toString())
                        .build();
        return broker.isRunning()
                ? new Health(Health.State.ONLINE, "", figures)
                : new Health(Health.State.OFFLINE, "stopped", figures);
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            thread.shutdown();
            link.close();
            broker.close();
        }
    }
}
