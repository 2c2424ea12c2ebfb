package org.plantdeck.app.trends;

import java.util.Arrays;

/**
 * Draws a trend into pixels: column by column, with smooth edges, in time that depends on the size
 * of the picture and not on how much there is to show. Colours are ARGB without transparency. Pixel
 * rows count from the top. Threads: one.
 */
public final class TrendRaster {

    private static final double ENVELOPE = 0.3;
    private static final int DASH = 6;
    private static final int HATCH = 10;

    private final int width;
    private final int height;
    private final int[] pixels;
    private double low;
    private double high = 1;

    /** A picture of a size, filled with nothing yet. */
    public TrendRaster(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    /** The pixels, row by row. */
    public int[] pixels() {
        return pixels;
    }

    /** What the lower and the upper edge stand for. */
    public void scale(double bottom, double top) {
        low = bottom;
        high = top > bottom ? top : bottom + 1;
    }

    /** The row of a value, with its fraction; may lie outside. */
    public double row(double value) {
        return (high - value) / (high - low) * height;
    }

    /** Fills everything. */
    public void fill(int argb) {
        Arrays.fill(pixels, argb);
    }

    /** Fills the rows between two values. */
    public void band(double from, double to, int argb) {
        int top = Math.clamp(Math.round(row(to)), 0, height);
        int bottom = Math.clamp(Math.round(row(from)), 0, height);
        for (int y = top; y < bottom; y++) {
            Arrays.fill(pixels, y * width, (y + 1) * width, argb);
        }
    }

    /** A line at a value, as thick as said; dashed for a limit. */
    public void horizontal(double value, int argb, int thickness, boolean dashed) {
        int top = (int) Math.round(row(value) - thickness / 2.0);
        for (int y = Math.max(0, top); y < Math.min(height, top + thickness); y++) {
            for (int x = 0; x < width; x++) {
                if (!dashed || x / (DASH * thickness) % 2 == 0) {
                    pixels[y * width + x] = argb;
                }
            }
        }
    }

    /** A line at a column, from top to bottom. */
    public void vertical(int column, int argb, int thickness) {
        stripe(column, column + thickness, argb);
    }

    /** Fills the columns from one up to another. */
    public void stripe(int from, int to, int argb) {
        int left = Math.clamp(from, 0, width);
        int right = Math.clamp(to, left, width);
        for (int y = 0; y < height; y++) {
            Arrays.fill(pixels, y * width + left, y * width + right, argb);
        }
    }

    /** Draws slanting lines over the columns from one up to another. */
    public void hatch(int from, int to, int argb, int thickness) {
        int left = Math.clamp(from, 0, width);
        int right = Math.clamp(to, left, width);
        int period = HATCH * thickness;
        for (int y = 0; y < height; y++) {
            for (int x = left; x < right; x++) {
                if ((x + y) % period < thickness) {
                    pixels[y * width + x] = argb;
                }
            }
        }
    }

    /**
     * The course of a value.
     *
     * @param columns as many as the picture is wide
     * @param thickness in pixels
     * @param join how many columns without a value the line leads across
     * @param dashed whether it is interrupted, to be told from another
     */
    public void pen(TrendColumns columns, int argb, double thickness, int join, boolean dashed) {
        double[] rows = rows(columns, join);
        for (int x = 0; x < width; x++) {
            if (columns.has(x) && !dashed) {
                cover(
                        x,
                        row(columns.largest(x)) - thickness / 2,
                        row(columns.least(x)) + thickness / 2,
                        argb,
                        ENVELOPE);
            }
            if (!Double.isNaN(rows[x]) && (!dashed || x / DASH % 2 == 0)) {
                double before = x > 0 && !Double.isNaN(rows[x - 1]) ? rows[x - 1] : rows[x];
                double after = x < width - 1 && !Double.isNaN(rows[x + 1]) ? rows[x + 1] : rows[x];
                double from =
                        Math.min(rows[x], Math.min((before + rows[x]) / 2, mid(after, rows[x])));
                double to =
                        Math.max(rows[x], Math.max((before + rows[x]) / 2, mid(after, rows[x])));
                cover(x, from - thickness / 2, to + thickness / 2, argb, 1);
            }
        }
    }

    private static double mid(double one, double other) {
        return (one + other) / 2;
    }

    /** The row of the mean in each column, led across short gaps. */
    private double[] rows(TrendColumns columns, int join) {
        double[] rows = new double[width];
        Arrays.fill(rows, Double.NaN);
        int last = -1;
        for (int x = 0; x < Math.min(width, columns.size()); x++) {
            if (!columns.has(x)) {
                continue;
            }
            rows[x] = row(columns.mean(x));
            if (last >= 0 && x - last > 1 && x - last - 1 <= join) {
                for (int gap = last + 1; gap < x; gap++) {
                    double share = (double) (gap - last) / (x - last);
                    rows[gap] = rows[last] + share * (rows[x] - rows[last]);
                }
            }
            last = x;
        }
        return rows;
    }

    /** Fills the area between two courses, as for the band of a forecast. */
    public void between(TrendColumns columns, int argb) {
        for (int x = 0; x < Math.min(width, columns.size()); x++) {
            if (columns.has(x)) {
                cover(x, row(columns.largest(x)), row(columns.least(x)), argb, 1);
            }
        }
    }

    /** The first and the last pixel may be covered in part, those between them are wholly. */
    private void cover(int x, double top, double bottom, int argb, double strength) {
        int first = Math.max(0, (int) Math.floor(top));
        int last = Math.min(height - 1, (int) Math.floor(bottom));
        if (first > last) {
            return;
        }
        part(x, first, top, bottom, argb, strength);
        int weight = weight(strength);
        int place = (first + 1) * width + x;
        for (int y = first + 1; y < last; y++) {
            pixels[place] = mix(pixels[place], argb, weight);
            place += width;
        }
        if (last > first) {
            part(x, last, top, bottom, argb, strength);
        }
    }

    private void part(int x, int y, double top, double bottom, int argb, double strength) {
        double share = Math.min(bottom, y + 1.0) - Math.max(top, y);
        if (share > 0) {
            int place = y * width + x;
            pixels[place] = mix(pixels[place], argb, weight(share * strength));
        }
    }

    private static int weight(double share) {
        return (int) Math.round(share * 256);
    }

    private static int mix(int below, int above, int weight) {
        if (weight >= 256) {
            return above;
        }
        return 0xFF000000
                | channel(below, above, 16, weight)
                | channel(below, above, 8, weight)
                | channel(below, above, 0, weight);
    }

    private static int channel(int below, int above, int shift, int weight) {
        int one = below >> shift & 0xFF;
        int other = above >> shift & 0xFF;
        return (one + (((other - one) * weight) >> 8)) << shift;
    }
}
