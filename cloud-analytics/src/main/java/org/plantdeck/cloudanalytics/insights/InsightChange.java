package org.plantdeck.cloudanalytics.insights;

/**
 * A step in the life of an insight.
 *
 * @param step which one
 * @param insight the insight after it
 */
public record InsightChange(Step step, Insight insight) {

    /** The steps, each insight's in this order, updated any number of times. */
    public enum Step {
        OPENED("opened"),
        UPDATED("updated"),
        CLOSED("closed");

        private final String word;

        Step(String word) {
            this.word = word;
        }

        /** The word in bodies. */
        public String word() {
            return word;
        }
    }
}
