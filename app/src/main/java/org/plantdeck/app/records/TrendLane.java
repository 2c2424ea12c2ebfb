package org.plantdeck.app.records;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.TrendChart;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TrendPlot;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One tag in the stack: its title, unit and plot. Threads: the screen's. */
final class TrendLane extends VBox {

    static final double HEAD = 20;

    private static final Words WORDS = Words.of(TrendLane.class);

    private final TagFacts facts;
    private final Label legend = new Label();
    private Optional<Pen> earlier = Optional.empty();
    private final TrendChart chart = new TrendChart(TrendChart.Frame.IN_STACK);

    TrendLane(TagFacts facts) {
        this.facts = facts;
        Label title = new Label(facts.title());
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        Label unit = new Label(facts.unit());
        unit.getStyleClass().add("note");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        legend.getStyleClass().add("note");
        legend.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, title, gap, legend, unit);
        TrendChart.Frame frame = TrendChart.Frame.IN_STACK;
        head.setPadding(new Insets(0, frame.rightWithoutBox(), 0, frame.left()));
        head.setMinHeight(HEAD);
        head.setMaxHeight(HEAD);
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.setMinHeight(0);
        getChildren().addAll(head, chart);
        chart.setAccessibleText(facts.fullName());
    }

    TagFacts facts() {
        return facts;
    }

    TrendChart chart() {
        return chart;
    }

    /**
     * Sets what the course is compared with.
     *
     * @param pen the earlier course, once it is there
     * @param shift how much earlier it is; empty where nothing is compared
     */
    void earlier(Optional<Pen> pen, Optional<Duration> shift) {
        earlier = pen;
        legend.setText(shift.map(it -> WORDS.say("dashed", Times.span(it))).orElse(""));
        chart.setAccessibleText(
                shift.map(it -> WORDS.say("compared", facts.fullName(), Times.span(it)))
                        .orElseGet(facts::fullName));
    }

    /**
     * Shows a course.
     *
     * @param newest the newest value, where the picture follows the plant
     * @param values the newest values of the tag's source
     */
    void show(
            Optional<StoredCourse> course,
            TimeGrid grid,
            boolean fitted,
            Optional<NewestValue> newest,
            Leaves values) {
        StoredCourse.Figures inView =
                course.map(it -> it.figures(grid.from(), grid.to()))
                        .orElse(new StoredCourse.Figures(0, 0, 0, 0));
        chart.show(
                new TrendPlot.Content(
                        facts.scale(inView, fitted),
                        facts.band(),
                        facts.limits(values),
                        Stream.concat(
                                        course.stream().map(it -> new Pen(it, false)),
                                        earlier.stream())
                                .toList(),
                        grid.from(),
                        grid.to(),
                        List.of()));
        NewestValue shown = newest.orElse(NewestValue.NONE);
        chart.newest(shown.number(), facts.decimals(), shown.freshness());
    }
}
