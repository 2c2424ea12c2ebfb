package org.plantdeck.plantruntime.desktop;

/** Why a session could not begin, in the words of the command line. */
public final class SessionFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * @param sentence what is wrong and what to do
     * @param exitCode what the process is to end with
     * @param cause what happened
     */
    public SessionFailure(String sentence, int exitCode, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
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
