package org.plantdeck.signal;

/**
 * How soon an alarm wants an answer, as ISA-18.2 ranks them; the digit is the one of its symbol.
 */
public enum Priority {
    CRITICAL(1),
    HIGH(2),
    MEDIUM(3),
    LOW(4);

    private final int digit;

    Priority(int digit) {
        this.digit = digit;
    }

    /** 1, the most urgent, to 4. */
    public int digit() {
        return digit;
    }

    /** The priority of a digit, 1 to 4. */
    static Priority ofDigit(int digit) {
        return values()[digit - 1];
    }
}
