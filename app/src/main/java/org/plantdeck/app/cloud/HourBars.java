package org.plantdeck.app.cloud;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.plantdeck.app.trends.TimeTicks;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.kpis.Kpis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Bottles an hour as bars over the last 24 hours; what the same hour made a day before is a mark.
 * The hour that runs is hollow. Threads: the screen's.
 */
final class HourBars extends Region {

    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final double LEFT = 56;
    private static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 22;
    private static final double LINE = 18;
    private static final double LEAST_PER_TIME = 84;
    private static final double LEAST_PER_VALUE = 34;

    private final Region ground = new Region();
    private final List<Region> lines = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private final List<Region> marks = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();
    private final List<Label> times = new ArrayList<>();
    private DayFigures day = new DayFigures(List.of(), List.of());
    private TrendScale scale = new TrendScale(0, 1, 0);

    HourBars() {
        getStyleClass().add("hour-bars");
        ground.getStyleClass().add("hour-ground");
        ground.setManaged(false);
        getChildren().add(ground);
        setMinSize(0, 0);
    }

    void show(DayFigures next) {
        day = next;
        double most =
                day.hours().stream()
                        .mapToDouble(it ->
                                Math.max(DayFigures.bottlesPerHour(it), dayBefore(it).orElse(0.0)))
                        .max()
                        .orElse(0);
        scale = TrendScale.round(0, Math.max(most, 1), 0);
        requestLayout();
    }

    private Optional<Double> dayBefore(Kpis hour) {
        return day.dayBefore(hour).filter(it -> it.windows() > 0).map(DayFigures::bottlesPerHour);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 140;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 72;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(10, getWidth() - LEFT - RIGHT);
        double height = Math.max(10, getHeight() - TOP - BOTTOM);
        ground.resizeRelocate(LEFT, TOP, width, height);
        layoutValues(width, height);
        if (day.hours().isEmpty()) {
            return;
        }
        Interval last = day.hours().getLast().interval();
        Interval shown = new Interval(last.to().minus(DayFigures.DAY), last.to());
        layoutBars(shown, width, height);
        layoutTimes(shown, width, height);
    }

    private double y(double value, double height) {
        return TOP + height * (1 - scale.share(value));
    }

    private static double x(Instant at, Interval shown, double width) {
        double passed = at.toEpochMilli() - shown.from().toEpochMilli();
        return LEFT + passed / (double) DayFigures.DAY.toMillis() * width;
    }

    private void layoutBars(Interval shown, double width, double height) {
        List<Kpis> hours = day.hours();
        reuse(bars, hours.size(), () -> region("hour-bar"));
        reuse(marks, hours.size(), () -> region("hour-mark"));
        for (int i = 0; i < hours.size(); i++) {
            Kpis hour = hours.get(i);
            double left = Math.rint(x(hour.interval().from(), shown, width));
            double right = Math.rint(x(hour.interval().to(), shown, width));
            double gap = right - left > 8 ? 2 : 1;
            double top = Math.rint(y(DayFigures.bottlesPerHour(hour), height));
            double own = Math.max(0, right - left - 2 * gap);
            bars.get(i).resizeRelocate(left + gap, top, own, TOP + height - top);
            bars.get(i).pseudoClassStateChanged(RUNNING, i == hours.size() - 1);
            Optional<Double> before = dayBefore(hour);
            marks.get(i).setVisible(before.isPresent());
            marks.get(i)
                    .resizeRelocate(
                            left + gap - 1,
                            Math.rint(y(before.orElse(0.0), height)) - 1,
                            own + 2,
                            2);
        }
    }

    private void layoutTimes(Interval shown, double width, double height) {
        List<TimeTicks.Tick> ticks =
                TimeTicks.of(shown.from(), shown.to(), (int) Math.max(1, width / LEAST_PER_TIME));
        reuse(times, ticks.size(), () -> label("trend-time"));
        for (int i = 0; i < ticks.size(); i++) {
            Label label = times.get(i);
            label.setText(ticks.get(i).word());
            double own = Math.ceil(label.prefWidth(-1));
            double x = x(ticks.get(i).at(), shown, width) - own / 2;
            label.resizeRelocate(
                    Math.clamp(x, LEFT - 8, LEFT + width - own + 8), TOP + height + 3, own, LINE);
        }
    }

    private void layoutValues(double width, double height) {
        int count =
                scale.tickCount((int) Math.clamp(Math.floor(height / LEAST_PER_VALUE) + 1, 2, 5));
        List<Double> ticks = scale.ticks(count);
        reuse(values, count, () -> label("trend-value"));
        reuse(lines, count, () -> region("hour-line"));
        for (int i = 0; i < count; i++) {
            double y = y(ticks.get(i), height);
            values.get(i).setText(Numbers.text(ticks.get(i), 0));
            values.get(i).setAlignment(Pos.CENTER_RIGHT);
            values.get(i).resizeRelocate(0, y - LINE / 2, LEFT - 6, LINE);
            lines.get(i).resizeRelocate(LEFT, Math.rint(y), width, 1);
        }
    }

    private Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    private Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private <T extends Node> void reuse(List<T> nodes, int wanted, Supplier<T> maker) {
        while (nodes.size() < wanted) {
            T node = maker.get();
            node.setManaged(false);
            nodes.add(node);
            getChildren().add(node);
        }
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).setVisible(i < wanted);
        }
    }
}
