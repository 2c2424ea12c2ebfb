package org.plantdeck.plantruntime.desktop;

import java.util.Optional;

/** Why a session could not begin, in the words of the command line. */
public final class SessionFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient Optional<Remedy> remedy;

    /**
     * @param sentence what is wrong and what to do
     * @param exitCode what the process is to end with
     * @param cause what happened
     */
    public SessionFailure(String sentence, int exitCode, Throwable cause) {
        this(sentence, exitCode, cause, Optional.empty());
    }

    private SessionFailure(
            String sentence, int exitCode, Throwable cause, Optional<Remedy> remedy) {
        super(sentence, cause);
        this.exitCode = exitCode;
        this.remedy = remedy;
    }

    /** The same failure, with what may help. */
    public SessionFailure with(Remedy help) {
        return new SessionFailure(sentence(), exitCode, this, Optional.of(help));
    }

    /** What may help, where that is known. */
    public Optional<Remedy> remedy() {
        return remedy;
    }

    /** The desktop that runs already has been asked to show itself: nothing is wrong. */
    public static SessionFailure shownElsewhere(String sentence, Throwable cause) {
        return new SessionFailure(sentence, 0, cause);
    }

    /** Whether nothing is wrong, and there is nothing to be shown here. */
    public boolean isShownElsewhere() {
        return exitCode == 0;
    }

    /** What is wrong and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What the process is to end with. */
    public int exitCode() {
        return exitCode;
    }
}
