package org.plantdeck.bench.broker;

import java.io.Serial;

/** A work that could not be measured; the message is one sentence. */
final class WorkFailure extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    WorkFailure(String sentence) {
        super(sentence);
    }

    WorkFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
