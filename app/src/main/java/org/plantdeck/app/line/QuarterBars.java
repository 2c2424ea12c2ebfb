package org.plantdeck.app.line;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bars of good bottles with the rejected on top and the plan as a mark. Threads: the screen's. */
final class QuarterBars extends Region {

    private static final double LEFT = 44;
    private static final double BOTTOM = 22;
    private static final double TOP = 6;
    private static final double GAP = 0.25;
    private static final double BETWEEN = 6;
    private static final Duration LABEL_EVERY = Duration.ofHours(2);

    private final List<Region> good = new ArrayList<>();
    private final List<Region> rejected = new ArrayList<>();
    private final List<Region> plans = new ArrayList<>();
    private final List<Label> times = new ArrayList<>();
    private final Label most = new Label();
    private final Label none = new Label("0");
    private final Region axis = new Region();
    private List<Quarter> quarters = List.of();
    private Instant end = Instant.EPOCH;

    QuarterBars() {
        axis.getStyleClass().add("bar-axis");
        most.getStyleClass().addAll("trend-value", "right");
        none.getStyleClass().addAll("trend-value", "right");
        getChildren().addAll(axis, most, none);
        setMinSize(0, 60);
    }

    void show(List<Quarter> next, Instant until) {
        quarters = next;
        end = until;
        reuse(good, "bar-good");
        reuse(rejected, "bar-rejected");
        reuse(plans, "bar-plan");
        requestLayout();
    }

    private void reuse(List<Region> bars, String style) {
        while (bars.size() < quarters.size()) {
            Region bar = new Region();
            bar.getStyleClass().add(style);
            bar.setManaged(false);
            bars.add(bar);
            getChildren().add(bar);
        }
        for (int i = 0; i < bars.size(); i++) {
            bars.get(i).setVisible(i < quarters.size());
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - LEFT;
        double height = getHeight() - BOTTOM - TOP;
        double top = top();
        axis.resizeRelocate(LEFT, TOP + height, width, 1);
        most.setText(Numbers.text(top, 0));
        most.resizeRelocate(0, TOP - 6, LEFT - 6, 18);
        none.resizeRelocate(0, TOP + height - 10, LEFT - 6, 18);
        double step = width / Production.QUARTERS;
        Instant begin = end.minus(Production.QUARTER.multipliedBy(Production.QUARTERS));
        for (int i = 0; i < quarters.size(); i++) {
            Quarter quarter = quarters.get(i);
            double place =
                    (double) Duration.between(begin, quarter.begin()).toMillis()
                            / Production.QUARTER.toMillis();
            double x = Math.rint(LEFT + place * step + step * GAP / 2);
            double bar = Math.max(2, Math.rint(step * (1 - GAP)));
            double goodHeight = Math.rint(quarter.good() / top * height);
            double rejectedHeight =
                    quarter.rejected() > 0
                            ? Math.max(2, Math.rint(quarter.rejected() / top * height))
                            : 0;
            double floor = TOP + height;
            good.get(i).resizeRelocate(x, floor - goodHeight, bar, goodHeight);
            rejected.get(i)
                    .resizeRelocate(
                            x, floor - goodHeight - rejectedHeight - 1, bar, rejectedHeight);
            plans.get(i)
                    .resizeRelocate(
                            x - step * GAP / 2,
                            Math.rint(floor - quarter.planned() / top * height),
                            step,
                            quarter.planned() > 0 ? 2 : 0);
        }
        layoutTimes(begin, step, TOP + height + 3);
    }

    /** Names the times that have room beside those before them. */
    private void layoutTimes(Instant begin, double step, double y) {
        int count = 0;
        double free = 0;
        for (int i = 0; i <= Production.QUARTERS; i++) {
            Instant at = begin.plus(Production.QUARTER.multipliedBy(i));
            if (Math.floorMod(at.toEpochMilli(), LABEL_EVERY.toMillis()) != 0) {
                continue;
            }
            if (times.size() <= count) {
                Label label = new Label();
                label.getStyleClass().add("trend-time");
                label.setManaged(false);
                times.add(label);
                getChildren().add(label);
            }
            Label label = times.get(count);
            label.setText(Times.minute(at));
            double own = Math.ceil(label.prefWidth(-1));
            double x = Math.clamp(LEFT + i * step - own / 2, 0, Math.max(0, getWidth() - own));
            if (x >= free) {
                label.setVisible(true);
                label.resizeRelocate(x, y, own, 18);
                free = x + own + BETWEEN;
                count++;
            }
        }
        for (int i = count; i < times.size(); i++) {
            times.get(i).setVisible(false);
        }
    }

    /** A round number above everything there is. */
    private double top() {
        double highest =
                quarters.stream()
                        .mapToDouble(it -> Math.max(it.good() + it.rejected(), it.planned()))
                        .max()
                        .orElse(0);
        return Math.max(500, Math.ceil(highest / 500) * 500);
    }
}
