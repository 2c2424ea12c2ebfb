package org.plantdeck.bridge.trends;

/** Where a figure is going. */
public enum Trend {
    RISING("rising"),
    FALLING("falling"),
    STABLE("stable");

    private final String word;

    Trend(String word) {
        this.word = word;
    }

    /** The word in the body. */
    public String word() {
        return word;
    }
}
