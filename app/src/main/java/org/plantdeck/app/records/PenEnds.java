package org.plantdeck.app.records;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Numbers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The number and the newest value of each pen of a plot, where its line ends; those that would lie
 * on each other make room. Threads: the screen's.
 */
final class PenEnds extends Region {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double LINE = 19;

    private final List<Label> labels = new ArrayList<>();
    private List<End> ends = List.of();

    /**
     * Where a line ends.
     *
     * @param value the value there; not-a-number for nowhere
     * @param decimals with which it is written
     * @param scale the scale of its pen
     * @param stale whether it is not the newest any more
     */
    record End(double value, int decimals, TrendScale scale, boolean stale) {}

    private record Place(Label label, double y) {}

    /**
     * @param first the number of the first pen
     * @param pens how many there are
     */
    PenEnds(int first, int pens) {
        for (int number = first; number < first + pens; number++) {
            Label label = new Label();
            label.getStyleClass().add("pen-end");
            label.setGraphic(new PenMark(number));
            label.setManaged(false);
            labels.add(label);
        }
        getChildren().setAll(labels);
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Shows where the lines end, pen by pen. */
    void show(List<End> now) {
        ends = now;
        for (int i = 0; i < labels.size(); i++) {
            End end = ends.get(i);
            labels.get(i).setText(Numbers.text(end.value(), end.decimals()));
            labels.get(i).setVisible(Double.isFinite(end.value()));
            labels.get(i).pseudoClassStateChanged(STALE, end.stale());
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            End end = ends.get(i);
            if (Double.isFinite(end.value())) {
                double y = getHeight() * (1 - end.scale().share(end.value()));
                places.add(new Place(labels.get(i), y - LINE / 2));
            }
        }
        places.sort(Comparator.comparingDouble(Place::y));
        double[] tops = apart(places.stream().mapToDouble(Place::y).toArray(), getHeight());
        for (int i = 0; i < tops.length; i++) {
            places.get(i).label().resizeRelocate(0, tops[i], getWidth(), LINE);
        }
    }

    /** Tops in order, moved as little down and then up as keeps them apart and within a height. */
    static double[] apart(double[] wanted, double height) {
        double[] tops = wanted.clone();
        for (int i = 1; i < tops.length; i++) {
            tops[i] = Math.max(tops[i], tops[i - 1] + LINE);
        }
        double most = height - LINE / 2;
        for (int i = tops.length - 1; i >= 0; i--) {
            tops[i] = Math.min(tops[i], most);
            most = tops[i] - LINE;
        }
        return tops;
    }
}
