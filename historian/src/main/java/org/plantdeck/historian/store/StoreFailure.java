package org.plantdeck.historian.store;

/** Why readings can be neither stored nor read now: one sentence for an operator. */
public final class StoreFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a failure calls for. */
    public enum Kind {
        /** It may pass by itself or when somebody makes room; worth trying again. */
        PASSING,
        /** It stays until somebody puts another file or folder in its place. */
        LASTING,
        /** It lies in what was to be stored, not in where. */
        CONTENT
    }

    private final Kind kind;

    public StoreFailure(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public StoreFailure(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** What it calls for. */
    public Kind kind() {
        return kind;
    }

    /** The sentence; names the file and says what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
