package org.plantdeck.historian.archive;

/**
 * What of a tag's numbers is given up when an hour is sealed. Until then, and durable, there is
 * every value; afterwards each comes back as it was to within the tolerance. What is no finite
 * number, where the quality changes, and the first and last value of an hour are always kept.
 *
 * @param kind how
 * @param tolerance by how much a value may come back wrong, in the unit of the tag: above 0; 0
 *     where nothing is given up
 */
public record Thinning(Kind kind, double tolerance) {

    /** Every value is kept, as it is without a rule. */
    public static final Thinning NONE = new Thinning(Kind.NONE, 0);

    /** Ways of giving up values. */
    public enum Kind {
        /** None is. */
        NONE,
        /**
         * A value holds until one differs from it by more than the tolerance (exception report).
         */
        DEADBAND,
        /**
         * Numbers with a fraction are on straight lines between those that are kept, each as long
         * as it can be (swinging door, E. H. Bristol 1990).
         */
        SWINGING_DOOR
    }

    public Thinning {
        boolean isSound = Double.isFinite(tolerance) && tolerance >= 0;
        if (!isSound || (kind == Kind.NONE) != (tolerance == 0)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", must be above 0");
        }
    }
}
