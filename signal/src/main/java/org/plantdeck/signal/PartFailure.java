package org.plantdeck.signal;

/** Why a part cannot work: one sentence that names the thing and says what to do. */
public final class PartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PartFailure(String sentence) {
        super(sentence);
    }

    public PartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
