package org.plantdeck.historian;

import org.plantdeck.historian.HistorianSettings.Keeping;
import org.plantdeck.historian.HistorianSettings.Sink;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.ingest.FreeSpace;
import org.plantdeck.historian.ingest.Intake;
import org.plantdeck.historian.ingest.StoreOpener;
import org.plantdeck.historian.ingest.StoreWriter;
import org.plantdeck.historian.postgres.PostgresReadingStore;
import org.plantdeck.historian.postgres.PostgresServer;
import org.plantdeck.historian.recorded.RecordingStore;
import org.plantdeck.historian.sink.Forwarder;
import org.plantdeck.historian.store.ForwardPosition;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Part;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps every reading of the three factory topics. The broker holds a persistent session for it and
 * delivers again whatever was not acknowledged; a message is acknowledged only when its reading is
 * durable, so none is lost by a crash at any moment, and each is stored once by run and sequence.
 * Threads: start and close from one thread, the rest from any; the store is written on the part's
 * own thread alone.
 */
public final class Historian implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(Historian.class);
    private static final String COMPONENT = "Historian";
    private static final int QOS = 1;
    private static final long CLOSE_SECONDS = 10;

    private final HistorianSettings settings;
    private final Intake intake;
    private final StoreWriter writer;
    private final Optional<Forwarder> forwarder;
    private final MqttLink link;
    private final HealthReport report;
    private final ScheduledExecutorService thread;
    private volatile boolean ready;
    private volatile boolean closed;

    /**
     * A historian that is not started yet.
     *
     * @param links makes the link to the local broker
     * @param wallClock measures rates
     */
    public Historian(HistorianSettings settings, LinkFactory links, InstantSource wallClock) {
        this(settings, links, wallClock, Engine.of(settings, wallClock), FreeSpace.OF_DISK);
    }

    /**
     * What keeps the history.
     *
     * @param opener opens the store
     * @param forwarder forwards what is recorded; empty where nothing is
     */
    record Engine(StoreOpener opener, Optional<Forwarder> forwarder) {

        static Engine of(HistorianSettings settings, InstantSource wallClock) {
            Optional<Sink> sink = settings.sink();
            if (sink.isEmpty()) {
                return new Engine(
                        recording(settings, wallClock, Optional.empty()), Optional.empty());
            }
            ForwardPosition position = new ForwardPosition(sink.get().backlog());
            Forwarder forwarder =
                    new Forwarder(
                            settings.database(),
                            () -> PostgresReadingStore.open(sink.get().server(), wallClock),
                            position);
            return new Engine(
                    recording(settings, wallClock, Optional.of(position)), Optional.of(forwarder));
        }
    }

    private static StoreOpener recording(
            HistorianSettings settings,
            InstantSource wallClock,
            Optional<ForwardPosition> forward) {
        Optional<PostgresServer> server = settings.location().server();
        if (server.isPresent()) {
            return () -> PostgresReadingStore.open(server.get(), wallClock);
        }
        Keeping keeping = settings.keeping();
        Duration minutes =
                keeping.minutes().compareTo(keeping.retention()) < 0
                        ? keeping.retention()
                        : keeping.minutes();
        Retention retention =
                new Retention(
                        keeping.retention(),
                        minutes,
                        keeping.bytes() == 0 ? Long.MAX_VALUE : keeping.bytes());
        boolean hasOthers = !settings.others().filters().isEmpty();
        return () ->
                RecordingStore.open(
                        settings.database(),
                        new RecordingStore.Rules(
                                retention, hasOthers, settings.keeping().thinning(), forward),
                        wallClock);
    }

    Historian(
            HistorianSettings settings,
            LinkFactory links,
            InstantSource wallClock,
            Engine engine,
            FreeSpace.Usable free) {
        this.settings = settings;
        forwarder = engine.forwarder();
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(COMPONENT).daemon().factory());
        intake = new Intake(this::wake, wallClock);
        Path folder = settings.database().toAbsolutePath().getParent();
        FreeSpace space =
                new FreeSpace(
                        folder == null ? settings.database() : folder,
                        settings.location().server().isPresent()
                                ? 0 // nothing is recorded on this disk
                                : settings.keeping().freeBytes(),
                        free);
        writer =
                new StoreWriter(
                        engine.opener(),
                        intake,
                        new StoreWriter.Rules(settings.keeping().retention(), space),
                        thread,
                        this::say);
        link =
                links.link(
                        LinkSettings.of(
                                settings.broker(), COMPONENT, LinkSettings.Session.PERSISTENT));
        report =
                new HealthReport(
                        settings,
                        new HealthReport.Parts(intake, writer, forwarder),
                        link,
                        wallClock);
    }

    private void say() {
        report.now();
    }

    private void wake() {
        writer.wake();
    }

    @Override
    public String component() {
        return COMPONENT;
    }

    @Override
    public void start() {
        onThread(this::open);
        forwarder.ifPresent(Forwarder::start);
        for (FactorySource source : FactorySource.values()) {
            link.subscribe(source.topic(), QOS, delivery -> intake.accept(source, delivery));
        }
        String timeKey = settings.others().timeKey();
        for (String filter : settings.others().filters()) {
            link.subscribe(filter, QOS, delivery -> intake.accept(timeKey, delivery));
        }
        link.start();
        long interval = settings.commitInterval().toMillis();
        var _ =
                thread.scheduleWithFixedDelay(
                        writer::commit, interval, interval, TimeUnit.MILLISECONDS);
        var _ = thread.scheduleAtFixedRate(this::everySecond, 0, 1, TimeUnit.SECONDS);
        LOG.atInfo()
                .addKeyValue("database", settings.location().name())
                .addKeyValue("stored", writer.state().counts().stored())
                .addKeyValue("retention", settings.keeping().retention())
                .log("Recording");
    }

    private void open() {
        try {
            writer.open();
        } catch (StoreFailure failure) {
            throw new PartFailure(failure.sentence(), failure);
        }
    }

    private void everySecond() {
        writer.prune();
        report.everySecond();
    }

    @Override
    public boolean isReady() {
        if (!ready && !closed && writer.state().opened() && link.state().isUp()) {
            ready = true;
        }
        return ready;
    }

    @Override
    public Health health() {
        return closed
                ? new Health(Health.State.OFFLINE, "", Leaves.builder().build())
                : report.health();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        intake.close();
        onThread(writer::close);
        forwarder.ifPresent(Forwarder::close);
        link.close();
        thread.shutdownNow();
        LOG.atInfo().addKeyValue("stored", writer.state().counts().stored()).log("Ended");
    }

    /** Runs a step on the part's thread and waits for it. */
    private void onThread(Runnable step) {
        try {
            CompletableFuture.runAsync(step, thread).get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PartFailure failure) {
                close();
                throw failure;
            }
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            LOG.atWarn()
                    .addKeyValue("database", settings.location().name())
                    .log("The database hangs");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
