package org.plantdeck.bench.mqtt;

import java.io.Serial;

/** A broker that does not do what a client asked for; the message is one sentence. */
public final class ConnectionFailure extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    ConnectionFailure(String sentence) {
        super(sentence);
    }

    ConnectionFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
