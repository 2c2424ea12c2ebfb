package org.plantdeck.plantruntime.parts;

import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkSettings.Session;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.plantruntime.brokeroffice.BrokerHealth;
import org.plantdeck.plantruntime.brokeroffice.BrokerOffice;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Part;
import org.plantdeck.signal.brokers.BrokerAnswer;
import org.plantdeck.signal.brokers.BrokerCodec;
import org.plantdeck.signal.brokers.BrokerRequest;

import java.net.URI;
import java.time.InstantSource;
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
    private final BrokerOffice office;
    private final BrokerHealth health;
    private final MqttLink link;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean linked;
    private volatile Health last;

    BrokerPart(
            PartName name,
            BrokerSettings settings,
            URI endpoint,
            DataDirectory directory,
            LinkFactory links,
            InstantSource wallClock) {
        this.name = name;
        this.endpoint = endpoint;
        this.directory = directory;
        broker = EmbeddedBroker.of(settings);
        health = new BrokerHealth(endpoint.toString());
        office = new BrokerOffice(name.component(), broker::statistics, wallClock);
        link = links.link(LinkSettings.of(endpoint, name.component(), Session.CLEAN));
        last = health.next(broker.statistics());
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
        link.subscribe(
                BrokerRequest.topic(component()),
                1,
                DeliveryHandler.acknowledging(it -> answer(it.body())));
        link.start();
        var _ = thread.scheduleWithFixedDelay(this::report, 0, REPORT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public boolean isReady() {
        linked = linked || link.state().isUp();
        return linked && broker.isRunning();
    }

    private void answer(byte[] request) {
        office.answer(request)
                .ifPresent(answer ->
                        link.publish(
                                new Publication(
                                        BrokerAnswer.topic(component()),
                                        BrokerCodec.encode(answer),
                                        1,
                                        false)));
    }

    @Override
    public Health health() {
        return last;
    }

    private void report() {
        last = health.next(broker.statistics());
        link.report(last);
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            thread.shutdown();
            link.close();
            broker.close();
            last = health.next(broker.statistics());
        }
    }
}
