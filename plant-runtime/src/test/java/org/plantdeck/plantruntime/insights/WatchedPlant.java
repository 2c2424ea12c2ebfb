package org.plantdeck.plantruntime.insights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.plantdeck.bridge.Bridge;
import org.plantdeck.bridge.BridgeSettings;
import org.plantdeck.bridge.alerts.AlertThresholds;
import org.plantdeck.cloudanalytics.AnalyticsSettings;
import org.plantdeck.cloudanalytics.CloudAnalytics;
import org.plantdeck.cloudanalytics.insights.InsightBody;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.PlantParameters;
import org.plantdeck.plcsim.runner.PlantPart;
import org.plantdeck.plcsim.runner.PlantSettings;
import org.plantdeck.plcsim.runner.PlcPart;
import org.plantdeck.plcsim.runner.PlcSettings;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The plant, its PLCs, the bridge and the analytics as they are, over brokers in memory, sent
 * through days as fast as they go. The wall clock of plant and analytics stands at {@link #WALL},
 * so the plant catches up with it and stays there.
 */
final class WatchedPlant implements LinkFactory {

    /** Where the days end. */
    static final Instant WALL = Instant.parse("2026-11-21T10:00:00Z");

    /** One reading a window: the least the rules could get, with all its noise. */
    static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final URI LOCAL = URI.create("tcp://local:1883");
    private static final URI CLOUD = URI.create("tcp://cloud:1884");
    private static final InstantSource STANDING = InstantSource.fixed(WALL);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long PATIENCE_MINUTES = 15;

    private final MemoryBroker local = new MemoryBroker();
    private final MemoryBroker cloud = new MemoryBroker();
    private final Queue<JsonNode> published = new ConcurrentLinkedQueue<>();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final Path directory;
    private final Instant start;

    private WatchedPlant(Path directory, Duration time) {
        this.directory = directory;
        this.start = WALL.minus(time);
        cloud.listen(this::hear);
    }

    /**
     * Sends a plant through some time, and everything it says to the cloud.
     *
     * @param directory where its parts keep what they keep
     * @param time how long, up to {@link #WALL}
     * @param faults what it gets at its start, with their onset
     */
    static Story live(Path directory, Duration time, Fault... faults) throws InterruptedException {
        return new WatchedPlant(directory, time).live(List.of(faults));
    }

    @Override
    public MqttLink link(LinkSettings settings) {
        return (settings.broker().equals(LOCAL) ? local : cloud).link(settings);
    }

    private Story live(List<Fault> faults) throws InterruptedException {
        CloudAnalytics analytics = analytics();
        Bridge bridge = bridge();
        PlantPart plant = plant();
        List<PlcPart> plcs = plcs();
        plcs.forEach(plant::attach);
        analytics.start();
        bridge.start();
        plant.start();
        List<CompletableFuture<Void>> given = faults.stream().map(plant::inject).toList();
        plcs.forEach(PlcPart::start);
        given.forEach(CompletableFuture::join);
        boolean inTime = arrived.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
        plant.close();
        bridge.close();
        analytics.close();
        if (!inTime) {
            throw new AssertionError("the windows have not come through the days");
        }
        return Story.read(database(), new Interval(start, WALL), List.copyOf(published));
    }

    private Path database() {
        return directory.resolve("analytics.db");
    }

    private CloudAnalytics analytics() {
        return new CloudAnalytics(AnalyticsSettings.of(CLOUD, database()), this, STANDING);
    }

    private Bridge bridge() {
        BridgeSettings settings =
                new BridgeSettings(
                        LOCAL,
                        CLOUD,
                        directory.resolve("bridge.db"),
                        BridgeSettings.DEFAULT_AGGREGATION_INTERVAL,
                        BridgeSettings.DEFAULT_LATENESS,
                        Duration.ofMinutes(10),
                        Duration.ZERO,
                        BridgeSettings.DEFAULT_COMMIT_INTERVAL,
                        BridgeSettings.DEFAULT_OUTBOX_CAPACITY,
                        BridgeSettings.DEFAULT_KEEP,
                        BridgeSettings.DEFAULT_KEPT_CAPACITY,
                        AlertThresholds.defaults());
        return new Bridge(settings, this, new HurryingClock());
    }

    /**
     * Goes on by a second whenever it is looked at: the bridge, which reports every second, reports
     * whenever it has done something, and the plant need not wait for that.
     */
    private static final class HurryingClock implements InstantSource {
        private final AtomicLong looks = new AtomicLong();

        @Override
        public Instant instant() {
            return WALL.plusSeconds(looks.getAndIncrement());
        }
    }

    private PlantPart plant() {
        PlantSettings settings =
                new PlantSettings(
                        LOCAL,
                        directory,
                        7,
                        Optional.empty(),
                        Duration.between(start, WALL),
                        1,
                        true,
                        List.of(),
                        PlantParameters.standard());
        return new PlantPart(settings, this, STANDING);
    }

    private List<PlcPart> plcs() {
        List<PlcPart> plcs = new ArrayList<>();
        for (FactorySource source : FactorySource.values()) {
            PlcSettings settings = new PlcSettings(source, LOCAL, directory, INTERVAL, 1);
            plcs.add(new PlcPart(settings, this, STANDING));
        }
        return plcs;
    }

    private void hear(Publication publication) {
        if (publication.topic().equals(InsightBody.TOPIC)) {
            published.add(body(publication));
        }
        if (publication.topic().equals(PartStatus.topic("Analytics"))
                && StatusCodec.decode(publication.body())
                        instanceof Decoded.Sound<PartStatus>(PartStatus status)
                && IsoTime.parse(status.health().figures().text("progress.through"))
                        .filter(through -> through.plus(INTERVAL).plus(INTERVAL).isAfter(WALL))
                        .isPresent()) {
            arrived.countDown();
        }
    }

    private static JsonNode body(Publication publication) {
        try {
            return MAPPER.readTree(publication.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
