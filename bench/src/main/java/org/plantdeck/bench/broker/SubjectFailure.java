package org.plantdeck.bench.broker;

import java.io.Serial;

/** A broker that cannot be had; the message is one sentence that says what to do. */
final class SubjectFailure extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    SubjectFailure(String sentence) {
        super(sentence);
    }

    SubjectFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
