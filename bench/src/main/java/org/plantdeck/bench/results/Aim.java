package org.plantdeck.bench.results;

import java.util.Locale;

/** What a work is to reach, alone or beside the peer. */
public sealed interface Aim {

    /** Whether it is met; both values are measured ones. */
    boolean isMet(double plantdeck, double peer);

    /** Whether it can be told without a peer. */
    boolean needsPeer();

    /** At least so many times the peer's value: for rates. */
    record AtLeast(double ratio) implements Aim {
        @Override
        public boolean isMet(double plantdeck, double peer) {
            return plantdeck >= ratio * peer;
        }

        @Override
        public boolean needsPeer() {
            return true;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "≥ %.1f ×", ratio);
        }
    }

    /** At most so many times the peer's value: for latencies. */
    record AtMost(double ratio) implements Aim {
        @Override
        public boolean isMet(double plantdeck, double peer) {
            return plantdeck <= ratio * peer;
        }

        @Override
        public boolean needsPeer() {
            return true;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "≤ %.1f ×", ratio);
        }
    }

    /** None at all, whatever the peer does: for losses. */
    record None() implements Aim {
        @Override
        public boolean isMet(double plantdeck, double peer) {
            return plantdeck == 0;
        }

        @Override
        public boolean needsPeer() {
            return false;
        }

        @Override
        public String toString() {
            return "none";
        }
    }
}
