package org.plantdeck.plantruntime.monitor;

import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkSettings.Session;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.signal.FactorySource;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Shows a person at a terminal what the plant does, every few seconds one line: a client of the
 * brokers like any other, with links of its own and no status. Threads: start and close from one.
 */
public final class TerminalMonitor implements AutoCloseable {

    private static final long LINE_SECONDS = 5;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

    private final PlantView view = new PlantView();
    private final PrintStream terminal;
    private final InstantSource wallClock;
    private final MqttLink local;
    private final List<MqttLink> links;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("monitor").daemon().factory());
    private boolean watchesReadings;

    /**
     * @param local the broker of the factory
     * @param cloud the broker of the cloud
     * @param factory makes the links to both
     * @param wallClock tells how long a catching up still takes
     * @param terminal where the lines go
     */
    public TerminalMonitor(
            URI local,
            URI cloud,
            LinkFactory factory,
            InstantSource wallClock,
            PrintStream terminal) {
        this.wallClock = wallClock;
        this.terminal = terminal;
        String identity = "Monitor-" + UUID.randomUUID().toString().substring(0, 8);
        this.local = factory.link(link(local, identity));
        links = List.of(this.local, factory.link(link(cloud, identity)));
    }

    private static LinkSettings link(URI broker, String identity) {
        return new LinkSettings(broker, identity, Session.CLEAN, "", KEEP_ALIVE, 1, 1);
    }

    /** Begins to watch and to write lines. */
    public void start() {
        for (MqttLink link : links) {
            link.subscribe(
                    "status/+",
                    0,
                    DeliveryHandler.acknowledging(it -> view.takeStatus(it.topic(), it.body())));
            link.start();
        }
        var _ =
                thread.scheduleWithFixedDelay(
                        this::writeLine, LINE_SECONDS, LINE_SECONDS, TimeUnit.SECONDS);
    }

    private void writeLine() {
        if (!watchesReadings && !StatusLine.isCatchingUp(view.figures("Plant"))) {
            watchReadings();
        }
        StatusLine.of(view, wallClock.instant()).ifPresent(terminal::println);
    }

    /** A catching up brings thousands of readings a second, which nobody could read. */
    private void watchReadings() {
        watchesReadings = true;
        Stream.of(FactorySource.values())
                .forEach(source ->
                        local.subscribe(
                                source.topic(),
                                0,
                                DeliveryHandler.acknowledging(
                                        it -> view.takeReading(source, it.body()))));
    }

    @Override
    public void close() {
        thread.shutdown();
        links.forEach(MqttLink::close);
    }
}
