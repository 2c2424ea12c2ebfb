package org.plantdeck.historian.store;

/**
 * What one tag did in each column of a {@link TrendQuery}; columns count from 0. A flag counts as 1
 * or 0. Figures are not-a-number in a column without a value. Immutable. Threads: any. Two of them
 * are equal only when they are the same object.
 */
public final class TrendSeries {

    private final StoredTag tag;
    private final TrendFigures figures;

    TrendSeries(StoredTag tag, TrendFigures figures) {
        this.tag = tag;
        this.figures = figures;
    }

    /** The tag. */
    public StoredTag tag() {
        return tag;
    }

    /** How many columns there are. */
    public int columns() {
        return figures.count.length;
    }

    /** How many readings of a column had a value of this tag. */
    public int count(int column) {
        return figures.count[column];
    }

    /** How many readings of a column had none. */
    public int absent(int column) {
        return figures.absent[column];
    }

    /** The smallest value of a column. */
    public double minimum(int column) {
        return figures.minimum[column];
    }

    /** The largest value of a column. */
    public double maximum(int column) {
        return figures.maximum[column];
    }

    /** The mean of the values of a column, each reading counting alike. */
    public double mean(int column) {
        return figures.sum[column] / figures.count[column];
    }

    /** The value of a column that was measured first. */
    public double first(int column) {
        return figures.first[column];
    }

    /** The value of a column that was measured last. */
    public double last(int column) {
        return figures.last[column];
    }
}
