package org.plantdeck.broker.access;

/**
 * What one guess of a password costs who makes it, and every honest verification too.
 *
 * @param memoryKib memory that is filled, in KiB, 8 to 1,048,576
 * @param passes how often it is gone over, 1 to 100
 */
public record HashCost(int memoryKib, int passes) {

    /**
     * The least of what OWASP's password storage cheat sheet advises for Argon2id: 19 MiB and two
     * passes, some ten milliseconds.
     */
    public static final HashCost USUAL = new HashCost(19 * 1024, 2);

    /** Checks the ranges, which also bound what a file can ask of this process. */
    public HashCost {
        if (memoryKib < 8 || memoryKib > 1024 * 1024 || passes < 1 || passes > 100) {
            throw new IllegalArgumentException(memoryKib + " KiB, " + passes + " passes");
        }
    }
}
