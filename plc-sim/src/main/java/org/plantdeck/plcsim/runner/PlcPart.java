package org.plantdeck.plcsim.runner;

import org.jspecify.annotations.Nullable;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A PLC as a part. Attached to a {@link PlantPart} it is scanned on the plant's thread, directly;
 * alone it works by the field topics on a thread of its own, with the same program. When another
 * client takes its identity it stops for good. Threads: as {@link Part} says.
 */
public final class PlcPart implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(PlcPart.class);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final PlcSettings settings;
    private final InstantSource wallClock;
    private final Turns turns;
    private final PlcLink link;
    private final LonePlc alone;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean saidStopped = new AtomicBoolean();
    private final AtomicReference<byte @Nullable []> newestImage = new AtomicReference<>();
    private volatile @Nullable Consumer<PlcPart> plant;
    private volatile boolean wasUp;
    private volatile @Nullable Scanned lastScan;
    private volatile Instant heardAt = Instant.MIN;
    private Instant reportedAt = Instant.MIN;

    /** The last scan, for the health. */
    private record Scanned(String run, Instant simulatedTime, long sequence) {}

    /** A PLC that is not started yet. */
    public PlcPart(PlcSettings settings, LinkFactory links, InstantSource wallClock) {
        this(settings, links, wallClock, new ThreadTurns(settings.source().plcId()));
    }

    PlcPart(PlcSettings settings, LinkFactory links, InstantSource wallClock, Turns turns) {
        this.settings = settings;
        this.wallClock = wallClock;
        this.turns = turns;
        this.link = new PlcLink(settings, links, wallClock);
        this.alone = new LonePlc(settings, link);
    }

    @Override
    public String component() {
        return settings.source().plcId();
    }

    FactorySource source() {
        return settings.source();
    }

    Duration publishInterval() {
        return settings.publishInterval();
    }

    PlcLink link() {
        return link;
    }

    /**
     * From now on a plant of this process scans this PLC; call before it is started.
     *
     * @param leave lets the plant know that the PLC ends; when it returns, it is scanned no more
     */
    void attach(Consumer<PlcPart> leave) {
        plant = leave;
    }

    @Override
    public void start() {
        if (closed.get() || started.getAndSet(true)) {
            return;
        }
        if (plant == null) {
            alone.open();
            link.link()
                    .subscribe(
                            FieldCodec.inTopic(settings.source()),
                            1,
                            DeliveryHandler.acknowledging(delivery -> {
                                newestImage.set(delivery.body());
                                turns.soon(this::takeImage);
                            }));
        }
        link.link().start();
        turns.soon(this::look);
    }

    /**
     * Scans the newest image. Waits while the broker has not taken the readings the snapshot would
     * repeat: one more, and the first of them could be lost.
     */
    private void takeImage() {
        if (hasStopped()) {
            return;
        }
        if (link.link().counts().waiting() > PlcStore.READINGS_KEPT) {
            turns.after(LOOK_AGAIN, this::takeImage);
            return;
        }
        byte[] body = newestImage.getAndSet(null);
        if (body == null) {
            return;
        }
        switch (FieldCodec.decodeImage(body)) {
            case Decoded.Malformed<FieldCodec.Image>(String reason) ->
                    LOG.atWarn().addKeyValue("reason", reason).log("Malformed field image");
            case Decoded.Sound<FieldCodec.Image>(FieldCodec.Image image) -> {
                alone.take(image);
                heardAt = wallClock.instant();
                ScanCycle cycle = alone.cycle();
                if (cycle != null) {
                    scanned(cycle);
                }
            }
        }
    }

    /** Notes a scan for the health. */
    void scanned(ScanCycle cycle) {
        lastScan = new Scanned(cycle.run(), cycle.scannedAt(), cycle.sequence());
    }

    /** Whether the PLC has ended, by itself or because its identity was taken. */
    boolean hasStopped() {
        return closed.get() || link.isTakenOver();
    }

    private void look() {
        wasUp |= link.isUp();
        link.inbox().expire(link::refuseNow);
        LinkState state = link.link().state();
        if (state.phase() == LinkState.Phase.TAKEN_OVER && !saidStopped.getAndSet(true)) {
            LOG.atError().addKeyValue("plc", component()).log(state.reason());
        }
        Instant now = wallClock.instant();
        if (!now.isBefore(reportedAt.plus(REPORT_EVERY)) || !wasUp) {
            reportedAt = now;
            link.link().report(health());
        }
        turns.after(LOOK_EVERY, this::look);
    }

    @Override
    public boolean isReady() {
        wasUp |= link.isUp();
        return wasUp;
    }

    @Override
    public Health health() {
        LinkState state = link.link().state();
        Scanned scan = lastScan;
        Leaves.Builder figures = Leaves.builder();
        if (scan != null) {
            figures.put("run", scan.run())
                    .put("simulated_time", IsoTime.format(scan.simulatedTime()))
                    .put("sequence", scan.sequence());
        }
        var counts = link.link().counts();
        figures.put("published", link.readings())
                .put("waiting", counts.waiting())
                .put("dropped", counts.dropped())
                .put("connects", counts.connects())
                .put("commands.accepted", link.commandsAccepted())
                .put("commands.refused", link.commandsRefused());
        return new Health(stateOf(state), detail(state), figures.build());
    }

    private Health.State stateOf(LinkState state) {
        return switch (state.phase()) {
            case TAKEN_OVER, CLOSED -> Health.State.OFFLINE;
            case DOWN -> Health.State.DEGRADED;
            case UP ->
                    alone.trouble().isEmpty() && !waitsForField()
                            ? Health.State.ONLINE
                            : Health.State.DEGRADED;
        };
    }

    private String detail(LinkState state) {
        if (!state.isUp()) {
            return state.reason();
        }
        if (!alone.trouble().isEmpty()) {
            return alone.trouble();
        }
        return waitsForField() ? "Waiting for the plant" : "";
    }

    private boolean waitsForField() {
        return plant == null && heardAt.isBefore(wallClock.instant().minus(REPORT_EVERY));
    }

    /**
     * {@inheritDoc} A plant that scans it goes on without it, with its outputs as they are, and
     * keeps its state for the next part that is attached in its place. What the broker has not
     * taken within a few seconds is given up.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        turns.end();
        Consumer<PlcPart> scanner = plant;
        if (scanner != null) {
            scanner.accept(this);
        }
        link.link().close();
        long left = link.link().counts().waiting();
        if (left > 0) {
            LOG.atWarn()
                    .addKeyValue("plc", component())
                    .addKeyValue("messages", left)
                    .log("Ended before the broker had taken everything");
        }
    }
}
