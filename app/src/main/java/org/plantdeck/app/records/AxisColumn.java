package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of one axis beside a plot of several, and the numbers of its pens below. Threads: the
 * screen's.
 */
final class AxisColumn extends Region {

    /** How wide it is, pixels. */
    static final double WIDTH = 56;

    private static final double LINE = 18;

    private final boolean hasValues;
    private final List<Label> values = new ArrayList<>();
    private final HBox marks = new HBox(2);
    private TrendScale scale = new TrendScale(0, 1, 0);

    /**
     * @param first the number of its first pen
     * @param pens how many it has
     * @param hasValues whether it writes its values; those of the innermost are the chart's
     */
    AxisColumn(int first, int pens, boolean hasValues) {
        this.hasValues = hasValues;
        for (int number = first; number < first + pens; number++) {
            marks.getChildren().add(new PenMark(number));
        }
        marks.setAlignment(Pos.CENTER_RIGHT);
        marks.setManaged(false);
        getChildren().add(marks);
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Shows a scale. */
    void show(TrendScale its) {
        scale = its;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        int count = hasValues ? TrendChart.tickCount(scale, height) : 0;
        List<Double> ticks = count > 0 ? scale.ticks(count) : List.of();
        while (values.size() < count) {
            Label label = new Label();
            label.getStyleClass().add("trend-value");
            label.setAlignment(Pos.CENTER_RIGHT);
            label.setManaged(false);
            values.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < values.size(); i++) {
            Label label = values.get(i);
            label.setVisible(i < count);
            if (i < count) {
                label.setText(Numbers.text(ticks.get(i), scale.tickDecimals(count)));
                double y = height * (1 - scale.share(ticks.get(i)));
                label.resizeRelocate(0, y - LINE / 2, getWidth() - 6, LINE);
            }
        }
        double own = Math.ceil(marks.prefWidth(-1));
        // Below the lowest value, which reaches half a line beyond the axis.
        marks.resizeRelocate(getWidth() - 6 - own, height + LINE / 2, own, LINE);
    }
}
