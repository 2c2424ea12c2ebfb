package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One plot of the stack: a pen with its title and unit, or several, each with a number, a colour
 * and the scale of its axis. Threads: the screen's.
 */
final class TrendLane extends Region {

    private static final Words WORDS = Words.of(TrendLane.class);
    private static final double LINE = 20;
    private static final double GAP = 12;

    private final Spec spec;
    private final Region head;
    private final Label legend = new Label();
    private final TrendChart chart;
    private final List<AxisColumn> columns = new ArrayList<>();
    private final Optional<PenEnds> ends;
    private Optional<Duration> shift = Optional.empty();

    /**
     * What a plot is of.
     *
     * @param axes the pens of each axis
     * @param first the number of its first pen among all that are shown
     */
    record Spec(List<List<TagFacts>> axes, int first) {

        List<TagFacts> pens() {
            return axes.stream().flatMap(List::stream).toList();
        }

        boolean isOfOne() {
            return pens().size() == 1;
        }

        /** The room around the plot: each further axis takes some at the left. */
        TrendChart.Frame frame() {
            TrendChart.Frame alone = TrendChart.Frame.IN_STACK;
            return new TrendChart.Frame(
                    alone.left() + AxisColumn.WIDTH * (axes.size() - 1),
                    alone.right(),
                    alone.rightWithoutBox());
        }
    }

    /**
     * What is known of a pen.
     *
     * @param facts the tag
     * @param course how it went, once that is known
     * @param earlier what it is compared with, once that is known
     * @param newest the newest value, where the picture follows the plant
     * @param values the newest values of the tag's source
     */
    record Known(
            TagFacts facts,
            Optional<StoredCourse> course,
            Optional<Pen> earlier,
            Optional<NewestValue> newest,
            Leaves values) {

        private StoredCourse.Figures inView(TimeGrid grid) {
            return course.map(it -> it.figures(grid.from(), grid.to()))
                    .orElse(new StoredCourse.Figures(0, 0, 0, 0));
        }

        private Stream<Pen> pens() {
            return Stream.concat(course.stream().map(it -> new Pen(it, false)), earlier.stream());
        }
    }

    TrendLane(Spec spec) {
        this.spec = spec;
        chart = new TrendChart(spec.frame());
        chart.setMinHeight(0);
        legend.getStyleClass().add("note");
        legend.setMinWidth(Region.USE_PREF_SIZE);
        head = spec.isOfOne() ? title() : names();
        getChildren().addAll(head, chart);
        if (spec.isOfOne()) {
            ends = Optional.empty();
        } else {
            ends = Optional.of(new PenEnds(spec.first(), spec.pens().size()));
            addColumns();
            getChildren().add(ends.get());
        }
        name();
    }

    private void addColumns() {
        int number = spec.first();
        for (List<TagFacts> axis : spec.axes()) {
            columns.add(new AxisColumn(number, axis.size(), !columns.isEmpty()));
            number += axis.size();
        }
        columns.forEach(it -> it.setVisible(columns.size() > 1));
        getChildren().addAll(columns);
    }

    private Region title() {
        TagFacts facts = spec.pens().getFirst();
        Label title = new Label(facts.title());
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        Label unit = new Label(facts.unit());
        unit.getStyleClass().add("note");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox box = new HBox(8, title, gap, legend, unit);
        box.setMinHeight(LINE);
        box.setMaxHeight(LINE);
        return box;
    }

    private Region names() {
        FlowPane pane = new FlowPane(GAP, 2);
        int number = spec.first();
        for (TagFacts facts : spec.pens()) {
            Label name = new Label(ValuesModel.name(facts));
            name.getStyleClass().add("pen-name");
            name.setGraphic(new PenMark(number));
            name.setMinWidth(Region.USE_PREF_SIZE);
            pane.getChildren().add(name);
            number++;
        }
        pane.setRowValignment(javafx.geometry.VPos.CENTER);
        pane.setAlignment(Pos.BOTTOM_LEFT);
        pane.getChildren().add(legend);
        return pane;
    }

    Spec spec() {
        return spec;
    }

    TrendChart chart() {
        return chart;
    }

    /** How high what stands over its plot is, at a width of the whole. */
    double headHeight(double width) {
        return Math.max(LINE, Math.ceil(head.prefHeight(width - spec.frame().left())));
    }

    private void name() {
        String names = String.join(", ", spec.pens().stream().map(TagFacts::fullName).toList());
        chart.setAccessibleText(
                shift.map(it -> WORDS.say("compared", names, TrendShift.text(it))).orElse(names));
    }

    /** Says how much earlier what it is compared with is; empty where nothing is compared. */
    void earlier(Optional<Duration> by) {
        if (!by.equals(shift)) {
            shift = by;
            legend.setText(shift.map(it -> WORDS.say("dashed", TrendShift.text(it))).orElse(""));
            name();
        }
    }

    /**
     * Shows its pens.
     *
     * @param pens what is known of each, in their order
     * @param fitted whether the scales fit what is in view
     */
    void show(List<Known> pens, TimeGrid grid, boolean fitted) {
        if (ends.isEmpty()) {
            showOne(pens.getFirst(), grid, fitted);
            return;
        }
        List<Pen> drawn = new ArrayList<>();
        List<PenEnds.End> where = new ArrayList<>();
        Optional<TrendScale> first = Optional.empty();
        int place = 0;
        for (int i = 0; i < columns.size(); i++) {
            int size = spec.axes().get(i).size();
            List<Known> its = pens.subList(place, place + size);
            TrendScale scale = scale(its, grid, fitted);
            first = first.or(() -> Optional.of(scale));
            columns.get(i).show(scale);
            for (Known pen : its) {
                int ink = spec.first() + place;
                pen.pens().map(it -> it.among(ink, scale)).forEach(drawn::add);
                where.add(end(pen, grid, scale));
                place++;
            }
        }
        chart.show(content(first.orElseThrow(), drawn, grid));
        ends.get().show(where);
    }

    private void showOne(Known pen, TimeGrid grid, boolean fitted) {
        chart.show(
                new TrendPlot.Content(
                        scale(List.of(pen), grid, fitted),
                        pen.facts().band(),
                        pen.facts().limits(pen.values()),
                        pen.pens().toList(),
                        grid.from(),
                        grid.to(),
                        List.of()));
        NewestValue shown = pen.newest().orElse(NewestValue.NONE);
        chart.newest(shown.number(), pen.facts().decimals(), shown.freshness());
    }

    private static TrendPlot.Content content(TrendScale scale, List<Pen> pens, TimeGrid grid) {
        return new TrendPlot.Content(
                scale, Optional.empty(), List.of(), pens, grid.from(), grid.to(), List.of());
    }

    private static TrendScale scale(List<Known> pens, TimeGrid grid, boolean fitted) {
        return pens.stream()
                .map(it -> it.facts().scale(it.inView(grid), fitted))
                .reduce(TrendScale::with)
                .orElseThrow();
    }

    /** The newest value, or, where the picture stands still, the one at its right edge. */
    private static PenEnds.End end(Known pen, TimeGrid grid, TrendScale scale) {
        double last = pen.course().map(it -> it.at(grid.to().minusMillis(1))).orElse(Double.NaN);
        return new PenEnds.End(
                pen.newest().map(NewestValue::number).orElse(last),
                pen.facts().decimals(),
                scale,
                pen.newest().map(NewestValue::stale).orElse(false));
    }

    @Override
    protected void layoutChildren() {
        TrendChart.Frame frame = spec.frame();
        double top = headHeight(getWidth());
        double right = spec.isOfOne() ? frame.rightWithoutBox() : 0;
        head.resizeRelocate(frame.left(), 0, getWidth() - frame.left() - right, top);
        chart.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
        double plotTop = top + TrendChart.TOP;
        double height = Math.max(10, getHeight() - plotTop - chart.footHeight());
        for (int i = 0; i < columns.size(); i++) {
            double left = frame.left() - AxisColumn.WIDTH * (i + 1);
            columns.get(i).resizeRelocate(left, plotTop, AxisColumn.WIDTH, height);
        }
        ends.ifPresent(it ->
                it.resizeRelocate(
                        getWidth() - frame.rightWithoutBox() + 4,
                        plotTop,
                        frame.rightWithoutBox() - 4,
                        height));
    }
}
