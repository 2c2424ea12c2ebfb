package org.plantdeck.historian.store;

/**
 * What one tag did in each column of a {@link TrendQuery}; columns count from 0. A flag counts as 1
 * or 0. Figures are not-a-number in a column without a value. Threads: any, once it is answered.
 */
public interface TrendSeries {

    /** The tag. */
    StoredTag tag();

    /** How many columns there are. */
    int columns();

    /** How many readings of a column had a value of this tag. */
    int count(int column);

    /** How many readings of a column had none. */
    int absent(int column);

    /** The smallest value of a column. */
    double minimum(int column);

    /** The largest value of a column. */
    double maximum(int column);

    /** The mean of the values of a column, each reading counting alike. */
    double mean(int column);

    /** The standard deviation of the values of a column as a population: 0 where all are alike. */
    double deviation(int column);

    /** The value of a column that was measured first. */
    double first(int column);

    /** The value of a column that was measured last. */
    double last(int column);
}
