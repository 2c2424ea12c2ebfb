package org.plantdeck.broker;

import io.moquette.broker.MoquetteCore;

import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.broker.certs.ServerIdentity;
import org.plantdeck.broker.guard.Admission;
import org.plantdeck.broker.guard.Gate;
import org.plantdeck.broker.guard.Statistics;
import org.plantdeck.broker.guard.StatusTopics;
import org.plantdeck.broker.guard.Traffic;
import org.plantdeck.broker.listen.Listener;
import org.plantdeck.broker.listen.Ports;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A broker by Moquette. Threads: one lock guards what runs; the broker brings its own threads. */
final class MoquetteBroker implements EmbeddedBroker {

    private static final Logger LOG = LoggerFactory.getLogger(MoquetteBroker.class);

    /** Far above what fences let in; what does not fit is counted. */
    private static final int LOOP_COMMANDS = 262_144;

    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final Duration STATUS = Duration.ofSeconds(2);

    private final BrokerSettings settings;
    private final Object lock = new Object();
    private @Nullable Running running;

    /** What there is while it runs. */
    private record Running(
            Admission admission, Gate gate, Statistics statistics, Ports ports, Rounds rounds) {

        void begin(List<Listener> listeners) {
            ports.open(listeners);
            StatusTopics topics = new StatusTopics(gate, statistics);
            rounds.every(WATCH, gate::watch);
            rounds.every(STATUS, topics::publish);
        }

        void stop() {
            rounds.close();
            ports.hangUp();
            gate.core().close();
            ports.close();
            admission.close();
        }
    }

    MoquetteBroker(BrokerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        synchronized (lock) {
            if (running != null) {
                return;
            }
            makeDirectory();
            Admission admission = settings.admission().get();
            Gate gate =
                    new Gate(
                            settings.name(),
                            settings.limits(),
                            admission,
                            InstantSource.system(),
                            this::core);
            Running starting =
                    new Running(
                            admission,
                            gate,
                            new Statistics(gate),
                            new Ports(settings.name(), gate, this::identity),
                            new Rounds(settings.name()));
            try {
                starting.begin(settings.listeners());
            } catch (PartFailure e) {
                starting.stop();
                throw e;
            }
            running = starting;
        }
    }

    private MoquetteCore core(Gate gate) {
        try {
            return new MoquetteCore(
                    new MoquetteCore.Wiring(
                            settings.directory().resolve("broker.mv"),
                            settings.queues(),
                            LOOP_COMMANDS,
                            gate::maySubscribe,
                            gate));
        } catch (MVStoreException e) {
            throw new PartFailure(
                    settings.name()
                            + " cannot open its store in "
                            + settings.directory()
                            + ": "
                            + e.getMessage()
                            + "; end the process that holds it or move the file away",
                    e);
        }
    }

    /** Made when the first port with TLS is opened. */
    private ServerIdentity identity() {
        Path folder =
                settings.certificates()
                        .orElseThrow(() ->
                                new PartFailure(
                                        settings.name() + " has no folder for certificates"));
        return CertificateStore.open(folder, InstantSource.system()).serverIdentity();
    }

    private void makeDirectory() {
        try {
            Files.createDirectories(settings.directory());
        } catch (IOException e) {
            throw new PartFailure(
                    settings.name()
                            + " cannot write to "
                            + settings.directory()
                            + "; choose a directory of yours with --data DIR",
                    e);
        }
    }

    @Override
    public void stop() {
        synchronized (lock) {
            if (running != null) {
                running.stop();
                running = null;
                LOG.atInfo().addKeyValue("broker", settings.name()).log("Stopped");
            }
        }
    }

    @Override
    public boolean isRunning() {
        synchronized (lock) {
            return running != null;
        }
    }

    @Override
    public int clientCount() {
        synchronized (lock) {
            return running == null ? 0 : running.gate().clients().count();
        }
    }

    @Override
    public Traffic traffic() {
        synchronized (lock) {
            return running == null ? new Traffic() : running.gate().traffic();
        }
    }

    @Override
    public Optional<Statistics> statistics() {
        synchronized (lock) {
            return Optional.ofNullable(running).map(Running::statistics);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
