package org.plantdeck.bridge.trends;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The means of a figure over the last five minutes of windows. Threads: one. */
public final class TrendHistory {

    private final TrendRule rule;
    private final Deque<TrendPoint> points = new ArrayDeque<>();

    /** A history that continues from points kept earlier, oldest first. */
    public TrendHistory(TrendRule rule, List<TrendPoint> points) {
        this.rule = rule;
        this.points.addAll(points);
    }

    /** Forgets what lies five minutes or more before a window's end. */
    public void advance(long endMillis) {
        while (!points.isEmpty() && points.getFirst().endMillis() <= oldest(endMillis)) {
            points.removeFirst();
        }
    }

    private static long oldest(long endMillis) {
        return endMillis - TrendRule.SPAN.toMillis();
    }

    /** Adds a window's mean; windows come in order. */
    public void add(TrendPoint point) {
        advance(point.endMillis());
        points.addLast(point);
    }

    /** The trend now. */
    public Trend trend() {
        return rule.of(List.copyOf(points));
    }

    /** The points, oldest first. */
    public List<TrendPoint> points() {
        return List.copyOf(points);
    }
}
