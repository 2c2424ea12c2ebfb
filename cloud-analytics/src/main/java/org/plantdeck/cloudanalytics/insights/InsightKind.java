package org.plantdeck.cloudanalytics.insights;

/** The causes the rules know. */
public enum InsightKind {
    /** The compressed air net loses more air than it did when it was sound. */
    COMPRESSOR_LEAK("compressor-leak", "factory/energy/compressor.air_flow"),
    /** Capacitor stages that are switched in give less reactive power than they should. */
    CAPACITOR_FAILURE("capacitor-failure", "factory/energy/capacitor.power"),
    /** The supply filter takes more pressure than a sound one for the same flow. */
    CLOGGED_FILTER("clogged-filter", "factory/environment/ahu.filter_pressure");

    private final String word;
    private final String tag;

    InsightKind(String word, String tag) {
        this.word = word;
        this.tag = tag;
    }

    /** The word in tables and bodies. */
    public String word() {
        return word;
    }

    /** The full name of the tag an insight of this kind is about. */
    public String tag() {
        return tag;
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException where no kind has it
     */
    public static InsightKind ofWord(String word) {
        for (InsightKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of insight is called " + word);
    }
}
