package org.plantdeck.plcsim.runner;

import org.jspecify.annotations.Nullable;
import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.plcsim.physics.ActiveFault;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Part;
import org.plantdeck.signal.PartStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The plant as a part: its physics, the PLCs of this process, the clock they all go by, and what of
 * it is kept on the disk. Everything happens on one thread, tick by tick. Threads: as {@link Part}
 * says; speed, faults and progress from any.
 */
public final class PlantPart implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(PlantPart.class);
    private static final String COMPONENT = "Plant";
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);
    private static final Duration REPORT_CATCHING_UP = Duration.ofSeconds(1);
    private static final Duration LET_GO_WITHIN = Duration.ofSeconds(10);

    private final PlantSettings settings;
    private final InstantSource wallClock;
    private final Turns turns;
    private final MqttLink link;
    private final ConsumerWatch consumers;
    private final List<PlcPart> attached = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable PlantLoop loop;
    private volatile boolean wasUp;
    private volatile boolean ranOnce;
    private volatile String failure = "";
    private Instant reportedAt = Instant.MIN;

    /** A plant that is not started yet. */
    public PlantPart(PlantSettings settings, LinkFactory links, InstantSource wallClock) {
        this(settings, links, wallClock, new ThreadTurns(COMPONENT));
    }

    PlantPart(PlantSettings settings, LinkFactory links, InstantSource wallClock, Turns turns) {
        this.settings = settings;
        this.wallClock = wallClock;
        this.turns = turns;
        this.consumers = new ConsumerWatch(wallClock);
        this.link =
                links.link(
                        LinkSettings.of(settings.broker(), COMPONENT, LinkSettings.Session.CLEAN));
    }

    /**
     * Has a PLC of this process scanned by the plant itself. Call before the PLC is started, at any
     * time of the plant's; PLCs that are not attached are reached over the field topics. A PLC that
     * takes the place of one that was closed has the state of that one, program and numbers. The
     * plant closes what is attached. Threads: as start and close.
     */
    public void attach(PlcPart plc) {
        plc.attach(this::detach);
        synchronized (attached) {
            attached.add(plc);
        }
        PlantLoop running = loop;
        if (running != null) {
            turns.soon(() -> running.come(plc));
        }
    }

    /** A PLC ends before the plant does. */
    private void detach(PlcPart plc) {
        if (closed.get()) {
            return;
        }
        synchronized (attached) {
            attached.remove(plc);
        }
        PlantLoop running = loop;
        if (running != null) {
            turns.await(() -> running.go(plc), LET_GO_WITHIN);
        }
    }

    private List<PlcPart> attached() {
        synchronized (attached) {
            return List.copyOf(attached);
        }
    }

    @Override
    public String component() {
        return COMPONENT;
    }

    @Override
    public void start() {
        if (loop != null) {
            return;
        }
        Crew crew = new Crew(attached(), link);
        Instant wallNow = wallClock.instant();
        RunOpening.Opened opened = new RunOpening(settings).open(crew, wallNow);
        PlantLoop opening =
                new PlantLoop(
                        settings,
                        wallClock,
                        opened,
                        crew,
                        new ReadyCheck(wallClock, crew, consumers));
        loop = opening;
        for (String consumer : ConsumerWatch.CONSUMERS) {
            link.subscribe(
                    PartStatus.topic(consumer), 0, DeliveryHandler.acknowledging(consumers::hear));
        }
        link.subscribe("field/+/out", 0, DeliveryHandler.acknowledging(this::takeAnswer));
        link.start();
        turns.soon(() -> turn(opening));
    }

    private void takeAnswer(Delivery delivery) {
        FieldCodec.plcOfOutTopic(delivery.topic())
                .ifPresent(plc -> {
                    switch (FieldCodec.decodeOrders(delivery.body())) {
                        case Decoded.Malformed<FieldCodec.Orders>(String reason) ->
                                LOG.atWarn()
                                        .addKeyValue("topic", delivery.topic())
                                        .addKeyValue("reason", reason)
                                        .log("Malformed field outputs");
                        case Decoded.Sound<FieldCodec.Orders>(FieldCodec.Orders orders) ->
                                turns.soon(() -> goOn(plc, orders));
                    }
                });
    }

    private void goOn(FactorySource plc, FieldCodec.Orders orders) {
        PlantLoop running = loop;
        if (running != null && failure.isEmpty()) {
            running.take(plc, orders);
            slice(running);
        }
    }

    private void turn(PlantLoop running) {
        Duration pause = slice(running);
        ranOnce = true;
        wasUp |= link.state().isUp();
        Instant now = wallClock.instant();
        Duration every =
                running.progress().catchingUp() || !wasUp ? REPORT_CATCHING_UP : REPORT_EVERY;
        if (!now.isBefore(reportedAt.plus(every)) || !failure.isEmpty()) {
            reportedAt = now;
            link.report(health());
        }
        if (failure.isEmpty()) {
            turns.after(pause, () -> turn(running));
        }
    }

    /** The boundary of the loop: a bug ends the plant with a word, for its state is in doubt. */
    private Duration slice(PlantLoop running) {
        try {
            return running.slice();
        } catch (RuntimeException e) {
            failure = "The plant has stopped because of a fault in the program; see the log";
            LOG.atError().setCause(e).log("The plant has stopped");
            running.inputs().requests().close(failure);
            return Duration.ZERO;
        }
    }

    @Override
    public boolean isReady() {
        wasUp |= link.state().isUp();
        return wasUp && ranOnce;
    }

    /**
     * Sets simulated over wall time, at once; while the plant catches up, for the time after that.
     *
     * @param speed 0.1 to 100
     * @throws IllegalArgumentException where it is not
     * @throws IllegalStateException where the plant is not running
     */
    public void setSpeed(double speed) {
        if (!PlantSettings.isSpeed(speed)) {
            throw new IllegalArgumentException("The speed must be between 0.1 and 100");
        }
        running().speed(speed);
        LOG.atInfo().addKeyValue("speed", speed).log("Speed set");
    }

    /**
     * Gives the plant a fault; completes once it is written down and has its onset, which in a
     * plant that waits for somebody is later.
     *
     * @return fails with an {@link IllegalStateException} where the plant ends before that or
     *     cannot write it down
     * @throws IllegalStateException where the plant is not running
     */
    public CompletableFuture<Void> inject(Fault fault) {
        return running().inputs().requests().inject(fault);
    }

    /**
     * Ends every fault of a kind; completes once that is written down and done.
     *
     * @return fails as that of {@link #inject}
     * @throws IllegalStateException where the plant is not running
     */
    public CompletableFuture<Void> end(FaultKind kind) {
        return running().inputs().requests().end(kind);
    }

    /** The faults that act or will act; none before the plant is started. */
    public List<ActiveFault> faults() {
        PlantLoop running = loop;
        return running == null ? List.of() : running.faults();
    }

    /** Where the plant is on its way; empty before it is started. */
    public Optional<PlantProgress> progress() {
        return Optional.ofNullable(loop).map(PlantLoop::progress);
    }

    private PlantLoop running() {
        PlantLoop running = loop;
        if (running == null || closed.get()) {
            throw new IllegalStateException("The plant is not running");
        }
        return running;
    }

    @Override
    public Health health() {
        PlantLoop running = loop;
        if (running == null) {
            return new Health(Health.State.OFFLINE, "Not started", Leaves.builder().build());
        }
        LinkState state = link.state();
        if (state.phase() == LinkState.Phase.TAKEN_OVER) {
            return running.progress().health(state.reason());
        }
        return running.progress().health(failure.isEmpty() ? running.trouble() : failure);
    }

    /**
     * Ends the plant and the PLCs attached to it. The run is saved where it stands; readings the
     * broker could not take are published again by the next start.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        PlantLoop ending = loop;
        if (ending == null) {
            turns.end();
        } else {
            ending.inputs().requests().close("The plant has ended");
            ending.stop();
            turns.end(ending::isSettled, FieldStation.GONE_AFTER);
        }
        List<RunKeeper.Delivered> deliveries = new ArrayList<>();
        for (PlcPart plc : attached()) {
            long handedOver = plc.link().handedOver();
            deliveries.add(() -> plc.link().isRidOf(handedOver));
            plc.close();
        }
        if (ending != null && failure.isEmpty()) {
            ending.end(deliveries.stream().allMatch(RunKeeper.Delivered::isDelivered));
        }
        link.close();
    }
}
