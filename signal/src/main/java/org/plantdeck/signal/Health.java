package org.plantdeck.signal;

/**
 * How a part is, in its own words: what goes into its status message.
 *
 * @param state online when it does its work, degraded when it does some of it, offline when it has
 *     ended
 * @param detail one short sentence for an operator; empty where nothing needs saying
 * @param figures counts and ages the part reports, in order, as further leaves of the status body
 *     (for example {@code stored}, {@code outbox.depth}); none may be named like a key of the
 *     contract
 */
public record Health(State state, String detail, Leaves figures) {

    /** The words of a status. */
    public enum State {
        ONLINE("online"),
        DEGRADED("degraded"),
        OFFLINE("offline");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word in the body. */
        public String word() {
            return word;
        }
    }

    /** A part at work that has nothing to add. */
    public static Health online() {
        return new Health(State.ONLINE, "", Leaves.builder().build());
    }
}
