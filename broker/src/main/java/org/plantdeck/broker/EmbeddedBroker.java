package org.plantdeck.broker;

import org.plantdeck.broker.guard.Statistics;
import org.plantdeck.broker.guard.Traffic;
import org.plantdeck.signal.PartFailure;

import java.util.Optional;

/**
 * An MQTT 3.1 and 3.1.1 broker in this process, with persistent sessions and retained messages that
 * survive a restart. Threads: start, stop and close from one at a time; the rest from any.
 */
public interface EmbeddedBroker extends AutoCloseable {

    /** A broker that is not started yet. */
    static EmbeddedBroker of(BrokerSettings settings) {
        return new MoquetteBroker(settings);
    }

    /**
     * Opens the port and serves clients when it returns.
     *
     * @throws PartFailure naming the port or the folder where one of them cannot be had; nothing
     *     stays open then
     */
    void start();

    /** Ends every session, keeps what persists, frees the port. The broker can be started again. */
    void stop();

    boolean isRunning();

    /** How many clients are connected now. */
    int clientCount();

    /** What came in, went out and was dropped since it started; nothing where it does not run. */
    Traffic traffic();

    /** What it knows of its clients and topics; empty where it does not run. */
    Optional<Statistics> statistics();

    /** Stops, if it runs. */
    @Override
    void close();
}
