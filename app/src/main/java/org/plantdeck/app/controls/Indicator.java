package org.plantdeck.app.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

import org.plantdeck.app.live.Shown;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.signal.AlarmLimit;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.NormalBand;
import org.plantdeck.signal.Priority;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The moving analogue indicator: a track with the normal band, alarm limits as ticks and the set
 * point at its left, the value as a pointer at its right, number and unit below. Stale, the pointer
 * is hollow and the unit gives way to the age. Threads: the screen's.
 */
public final class Indicator extends Region {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final double TRACK = 16;
    private static final double POINTER = 14;
    private static final double SYMBOL = 20;
    private static final double NAME_HEIGHT = 22;
    private static final double NUMBER_HEIGHT = 24;
    private static final double UNIT_HEIGHT = 18;
    private static final double LEAST_TRACK = 48;
    private static final double LEAST_WIDTH = 60;

    private final Tag tag;
    private final TrendScale scale;
    private final Optional<NormalBand> band;
    private final List<AlarmLimit> limits;

    private final Label name = new Label();
    private final Region track = new Region();
    private final Region normal = new Region();
    private final List<Line> ticks = new ArrayList<>();
    private final Polygon pointer = new Polygon(0, 0, POINTER, -POINTER / 2, POINTER, POINTER / 2);
    private final Polygon setpoint = new Polygon(0, 0, -11, -6, -11, 6);
    private final AlarmSymbol symbol = new AlarmSymbol(Priority.LOW, SYMBOL);
    private final Label number = new Label();
    private final Label unit = new Label();
    private final HBox figure = new HBox(symbol, number);

    private double value = Double.NaN;
    private OptionalDouble setpointValue = OptionalDouble.empty();
    private Leaves values = Leaves.builder().build();

    /**
     * An indicator of a tag on a scale.
     *
     * @param title its name; empty where something beside it says name, unit and age
     */
    public Indicator(Tag tag, String title, TrendScale scale) {
        this.tag = tag;
        this.scale = scale;
        band = TagLimits.band(tag);
        limits = TagLimits.of(tag);
        getStyleClass().add("indicator");
        name.setText(title);
        name.getStyleClass().add("indicator-name");
        name.setVisible(!title.isEmpty());
        track.getStyleClass().add("indicator-track");
        normal.getStyleClass().add("indicator-band");
        normal.setVisible(band.isPresent());
        pointer.getStyleClass().add("indicator-pointer");
        setpoint.getStyleClass().add("indicator-setpoint");
        setpoint.setVisible(false);
        number.getStyleClass().add("indicator-number");
        unit.getStyleClass().add("indicator-unit");
        unit.setText(tag.unit());
        unit.setVisible(name.isVisible());
        figure.getStyleClass().add("indicator-figure");
        symbol.setVisible(false);
        symbol.setManaged(false);
        getChildren().addAll(name, track, normal);
        for (AlarmLimit _ : limits) {
            Line tick = new Line();
            tick.getStyleClass().add("indicator-tick");
            ticks.add(tick);
            getChildren().add(tick);
        }
        getChildren().addAll(setpoint, pointer, figure, unit);
        getChildren().forEach(it -> it.setManaged(false));
        setAccessibleText(title.isEmpty() ? tag.description() : title);
    }

    /** Shows a value. */
    public void show(Shown shown, Optional<Priority> alarm) {
        value = shown.number();
        boolean stale = shown.freshness().isStale();
        boolean none = !Double.isFinite(value);
        number.setText(Numbers.text(value, tag.decimals()));
        unit.setText(stale ? Times.age(shown.freshness().age()) : tag.unit());
        for (var part : List.of(pointer, number, unit)) {
            part.pseudoClassStateChanged(STALE, stale);
            part.pseudoClassStateChanged(NONE, none);
        }
        pointer.setVisible(!none);
        symbol.setVisible(alarm.isPresent());
        symbol.setManaged(alarm.isPresent());
        alarm.ifPresent(symbol::show);
        setAccessibleHelp(
                (number.getText() + " " + unit.getText()).strip()
                        + alarm.map(it -> ", alarm of priority " + it.digit()).orElse(""));
        requestLayout();
    }

    /** Shows the set point, and limits that follow other tags. */
    public void show(OptionalDouble its, Leaves others) {
        setpointValue = its;
        values = others;
        setpoint.setVisible(its.isPresent());
        requestLayout();
    }

    /** Without a name, unit and age are said by what stands beside it. */
    private double unitHeight() {
        return name.isVisible() ? UNIT_HEIGHT : 0;
    }

    /** Where the track stands, from the top of the indicator. */
    public double trackTop() {
        return name.isVisible() ? NAME_HEIGHT + 4 : 8;
    }

    /** How high the track is. */
    public double trackHeight() {
        return Math.max(LEAST_TRACK, getHeight() - trackTop() - NUMBER_HEIGHT - unitHeight() - 6);
    }

    @Override
    protected double computeMinHeight(double width) {
        return trackTop() + LEAST_TRACK + NUMBER_HEIGHT + unitHeight() + 6;
    }

    @Override
    protected double computePrefHeight(double width) {
        return trackTop() + 110 + NUMBER_HEIGHT + unitHeight() + 6;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(LEAST_WIDTH, Math.ceil(Math.max(name.prefWidth(-1), unit.prefWidth(-1))));
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(96, Math.ceil(name.prefWidth(-1)) + 4);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double middle = Math.round(width / 2);
        double left = middle - TRACK / 2;
        double top = trackTop();
        double height = trackHeight();
        name.resizeRelocate(0, 0, width, NAME_HEIGHT);
        track.resizeRelocate(left, top, TRACK, height);
        band.ifPresent(it -> {
            double high = y(it.high(), top, height);
            normal.resizeRelocate(left, high, TRACK, Math.max(2, y(it.low(), top, height) - high));
        });
        for (int i = 0; i < ticks.size(); i++) {
            layoutTick(ticks.get(i), limits.get(i).bound(values), left, top, height);
        }
        setpointValue.ifPresent(it -> setpoint.relocate(left - 15, y(it, top, height) - 6));
        if (Double.isFinite(value)) {
            pointer.relocate(left + TRACK - 2, y(value, top, height) - POINTER / 2);
        }
        double wide = Math.max(width, Math.ceil(figure.prefWidth(-1)));
        figure.resizeRelocate((width - wide) / 2, top + height + 2, wide, NUMBER_HEIGHT);
        unit.resizeRelocate(0, top + height + 2 + NUMBER_HEIGHT, width, UNIT_HEIGHT);
    }

    private void layoutTick(
            Line tick, OptionalDouble bound, double left, double top, double height) {
        boolean inside =
                bound.isPresent()
                        && bound.getAsDouble() >= scale.low()
                        && bound.getAsDouble() <= scale.high();
        tick.setVisible(inside);
        if (inside) {
            double y = Math.round(y(bound.getAsDouble(), top, height));
            tick.setStartX(left - 7);
            tick.setEndX(left + TRACK);
            tick.setStartY(y);
            tick.setEndY(y);
        }
    }

    private double y(double of, double top, double height) {
        return top + height * (1 - scale.share(of));
    }
}
