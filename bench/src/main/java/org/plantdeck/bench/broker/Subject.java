package org.plantdeck.bench.broker;

import org.plantdeck.bench.mqtt.Endpoint;

import java.util.Optional;
import java.util.OptionalLong;

/** A broker that is measured. Threads: one at a time. */
interface Subject extends AutoCloseable {

    /** Where it listens. */
    Endpoint endpoint();

    /** Where it listens with TLS, if it does. */
    Optional<Endpoint> tls();

    /** Its process on this machine, if it was started by the benchmark. */
    OptionalLong pid();

    /** Ends what was started for it. */
    @Override
    void close();
}
