package org.plantdeck.app.energy;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.plantdeck.app.energy.HourBook.Hour;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The hours of a day as bars, those of the day before as marks across them. Threads: the screen's.
 */
final class HourBars extends Region {

    private static final Words WORDS = Words.of(HourBars.class);
    private static final double LEFT = 34;
    private static final double TOP = 10;
    private static final double BOTTOM = 22;
    private static final double LINE = 18;
    private static final int LABEL_EVERY = 6;
    private static final double LEAST_KWH = 10;

    private final Region ground = new Region();
    private final Region base = new Region();
    private final Label top = label(Pos.CENTER_RIGHT);
    private final Label middle = label(Pos.CENTER_RIGHT);
    private final Label zero = label(Pos.CENTER_RIGHT);
    private final List<Region> bars = new ArrayList<>();
    private final List<Region> marks = new ArrayList<>();
    private final List<Label> times = new ArrayList<>();
    private List<Hour> hours = List.of();
    private TrendScale scale = new TrendScale(0, 1, 0);

    HourBars() {
        ground.getStyleClass().add("hour-ground");
        base.getStyleClass().add("hour-base");
        getChildren().addAll(ground, base, top, middle, zero);
        getChildren().forEach(it -> it.setManaged(false));
        setMinSize(0, 60);
        setPrefSize(300, 140);
    }

    private static Label label(Pos alignment) {
        Label label = new Label();
        label.getStyleClass().add("trend-value");
        label.setAlignment(alignment);
        label.setManaged(false);
        return label;
    }

    /** Shows the hours of a day. */
    void show(List<Hour> next) {
        if (next.equals(hours)) {
            return;
        }
        hours = next;
        double largest =
                hours.stream()
                        .mapToDouble(
                                it -> Math.max(orZero(it.todayKwh()), orZero(it.yesterdayKwh())))
                        .max()
                        .orElse(0);
        scale = TrendScale.round(0, Math.max(LEAST_KWH, largest), 0);
        top.setText(Numbers.text(scale.high(), 0));
        middle.setText(Numbers.text(scale.high() / 2, 0));
        zero.setText(Numbers.text(0L));
        grow(bars, "hour-bar");
        grow(marks, "hour-mark");
        while (times.size() <= hours.size()) {
            Label label = label(Pos.CENTER);
            times.add(label);
            getChildren().add(label);
        }
        setAccessibleText(
                WORDS.say(
                        "hours.accessible",
                        Numbers.text(
                                hours.stream().mapToDouble(it -> orZero(it.todayKwh())).sum(), 0)));
        requestLayout();
    }

    private void grow(List<Region> nodes, String style) {
        while (nodes.size() < hours.size()) {
            Region node = new Region();
            node.getStyleClass().add(style);
            node.setManaged(false);
            nodes.add(node);
            getChildren().add(node);
        }
    }

    private static double orZero(double kwh) {
        return Double.isFinite(kwh) ? kwh : 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - LEFT;
        double height = Math.max(10, getHeight() - TOP - BOTTOM);
        double floor = TOP + height;
        ground.resizeRelocate(LEFT, TOP, width, height);
        base.resizeRelocate(LEFT, floor, width, 1);
        top.resizeRelocate(0, TOP - LINE / 2, LEFT - 6, LINE);
        middle.resizeRelocate(0, TOP + height / 2 - LINE / 2, LEFT - 6, LINE);
        zero.resizeRelocate(0, floor - LINE / 2, LEFT - 6, LINE);
        times.forEach(it -> it.setVisible(false));
        double step = width / Math.max(1, hours.size());
        for (int i = 0; i < bars.size(); i++) {
            boolean there = i < hours.size();
            double left = Math.round(LEFT + i * step);
            double own = Math.round(LEFT + (i + 1) * step) - left;
            Hour hour = there ? hours.get(i) : new Hour(0, Double.NaN, Double.NaN);
            double high = Math.round(height * scale.share(orZero(hour.todayKwh())));
            bars.get(i).resizeRelocate(left + 1, floor - high, Math.max(1, own - 3), high);
            marks.get(i).setVisible(Double.isFinite(hour.yesterdayKwh()));
            double at = floor - Math.round(height * scale.share(orZero(hour.yesterdayKwh())));
            marks.get(i).resizeRelocate(left, at - 1, Math.max(1, own - 1), 2);
            if (there && i % LABEL_EVERY == 0) {
                time(times.get(i), hour.hour(), left, floor);
            }
        }
        if (!hours.isEmpty()) {
            time(times.getLast(), 24, getWidth() - 12, floor);
        }
    }

    private static void time(Label label, int hour, double x, double floor) {
        label.setText(String.format(Locale.ROOT, "%02d", hour));
        label.setVisible(true);
        label.resizeRelocate(x - 12, floor + 3, 24, LINE);
    }
}
