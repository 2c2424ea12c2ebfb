package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.Buckets;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendSeries;

/** A trend from the archive. Threads: any, once it is gathered. */
record BucketSeries(StoredTag tag, Buckets buckets) implements TrendSeries {

    @Override
    public int columns() {
        return buckets.size();
    }

    @Override
    public int count(int column) {
        return Math.clamp(buckets.count(column), 0, Integer.MAX_VALUE);
    }

    @Override
    public int absent(int column) {
        return Math.clamp(buckets.lacking(column), 0, Integer.MAX_VALUE);
    }

    @Override
    public double minimum(int column) {
        return orNothing(column, buckets.least(column));
    }

    @Override
    public double maximum(int column) {
        return orNothing(column, buckets.most(column));
    }

    @Override
    public double mean(int column) {
        return buckets.mean(column);
    }

    @Override
    public double deviation(int column) {
        return buckets.deviation(column);
    }

    @Override
    public double first(int column) {
        return orNothing(column, buckets.first(column));
    }

    @Override
    public double last(int column) {
        return orNothing(column, buckets.last(column));
    }

    private double orNothing(int column, double figure) {
        return buckets.count(column) == 0 ? Double.NaN : figure;
    }
}
