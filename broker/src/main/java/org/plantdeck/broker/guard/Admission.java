package org.plantdeck.broker.guard;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Decides who is let in. Threads: any; it must not block. */
@FunctionalInterface
public interface Admission extends AutoCloseable {

    /**
     * Who wants in.
     *
     * @param clientId as it was sent or, where that was empty, was given
     * @param user name, where one was sent
     * @param password where one was sent
     * @param commonName of the client certificate, where there is one
     * @param from its address
     */
    record Candidate(
            String clientId,
            Optional<String> user,
            Optional<byte[]> password,
            Optional<String> commonName,
            InetSocketAddress from) {}

    /** What came of it. */
    sealed interface Decision {

        /** It is let in. */
        record Admitted(Rights rights) implements Decision {}

        /**
         * It is not.
         *
         * @param badCredentials whether what it said of itself is wrong, else it may not connect
         * @param reason for the log, in words
         */
        record Refused(boolean badCredentials, String reason) implements Decision {}
    }

    /** Takes up what has changed in the rules; called every second, from one thread. */
    default void refresh() {}

    /** Ends what it holds. */
    @Override
    default void close() {}

    /** Decides. */
    CompletionStage<Decision> admit(Candidate candidate);
}
