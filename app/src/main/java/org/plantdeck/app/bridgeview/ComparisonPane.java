package org.plantdeck.app.bridgeview;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.bridgeview.Comparison.Column;
import org.plantdeck.app.bridgeview.Comparison.Measured;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The readings of a window row by row, what they come to, and what the window says. Threads: the
 * screen's.
 */
final class ComparisonPane extends VBox {

    private static final Words WORDS = Words.of(ComparisonPane.class);
    private static final double FIRST_PERCENT = 20;

    private final GridPane readings = grid();
    private final List<List<Label>> rows = new ArrayList<>();
    private final List<Label> counts;
    private final List<Label> least;
    private final List<Label> largest;
    private final List<Label> means;
    private final List<Label> said;
    private final List<Label> verdicts;
    private final Label conclusion = new Label();
    private final Button newest = new Button(WORDS.say("follow"));

    /**
     * @param follow shows the newest window again
     */
    ComparisonPane(Runnable follow) {
        getStyleClass().add("comparison");
        GridPane head = grid();
        line(head, 0, WORDS.say("reading-at"), "raw-head", ComparisonPane::name);
        line(head, 1, "", "raw-unit", ComparisonPane::unit);
        head.setMinHeight(Region.USE_PREF_SIZE);
        GridPane sums = grid();
        counts = line(sums, 0, WORDS.say("sum.count"), "raw-cell", _ -> "");
        least = line(sums, 1, WORDS.say("sum.least"), "raw-cell", _ -> "");
        largest = line(sums, 2, WORDS.say("sum.largest"), "raw-cell", _ -> "");
        means = line(sums, 3, WORDS.say("sum.mean"), "raw-mean", _ -> "");
        said = line(sums, 4, WORDS.say("sum.said"), "raw-said", _ -> "");
        verdicts = line(sums, 5, "", "raw-cell", _ -> "");
        sums.getStyleClass().add("raw-sums");
        sums.setMinHeight(Region.USE_PREF_SIZE);
        ScrollArea scroll = new ScrollArea(readings);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setMinHeight(44);
        scroll.prefHeightProperty().bind(readings.heightProperty().add(2));
        readings.prefWidthProperty().bind(head.widthProperty());
        getChildren().addAll(head, scroll, sums, foot(follow));
    }

    private HBox foot(Runnable follow) {
        conclusion.getStyleClass().add("quiet");
        conclusion.setWrapText(true);
        newest.setMinWidth(Region.USE_PREF_SIZE);
        newest.setOnAction(_ -> follow.run());
        pinned(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(conclusion, gap, newest);
        foot.getStyleClass().add("comparison-foot");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("raw-grid");
        ColumnConstraints first = new ColumnConstraints();
        first.setPercentWidth(FIRST_PERCENT);
        grid.getColumnConstraints().add(first);
        int others = Comparison.MEASURED.size();
        for (int i = 0; i < others; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth((100 - FIRST_PERCENT) / others);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private static String name(Measured measured) {
        return switch (measured.tag().key()) {
            case "power_consumption" -> WORDS.say("column.power");
            case "efficiency" -> WORDS.say("column.efficiency");
            case "line_speed" -> WORDS.say("column.speed");
            case "vibration" -> WORDS.say("column.vibration");
            case "temperature" -> WORDS.say("column.temperature");
            case "co2_level" -> WORDS.say("column.co2");
            default -> WORDS.say("column.comfort");
        };
    }

    private static String unit(Measured measured) {
        return measured.tag().key().equals("line_speed")
                ? WORDS.say("unit.speed")
                : measured.tag().unit();
    }

    /** The cells of a line. */
    private static List<Label> line(
            GridPane grid, int row, String title, String style, Function<Measured, String> text) {
        List<Label> line = whole(grid, row, title, style, text);
        return line.subList(1, line.size());
    }

    /** A line with its title. */
    private static List<Label> whole(
            GridPane grid, int row, String title, String style, Function<Measured, String> text) {
        Label first = new Label(title);
        first.getStyleClass().add("raw-title");
        grid.add(first, 0, row);
        List<Label> line = new ArrayList<>(List.of(first));
        for (Measured each : Comparison.MEASURED) {
            Label cell = new Label(text.apply(each));
            cell.getStyleClass().add(style);
            cell.setMaxWidth(Double.MAX_VALUE);
            grid.add(cell, line.size(), row);
            line.add(cell);
        }
        return line;
    }

    /** Whether it stays with one window, so that there is something to go back from. */
    void pinned(boolean stays) {
        newest.setVisible(stays);
        newest.setManaged(stays);
    }

    void show(Comparison comparison) {
        showReadings(comparison);
        for (int i = 0; i < comparison.columns().size(); i++) {
            Column column = comparison.columns().get(i);
            int decimals = column.tag().decimals();
            int finer = Math.min(3, decimals + 2);
            counts.get(i).setText(Numbers.text(column.count()));
            least.get(i).setText(Numbers.text(column.least(), decimals));
            largest.get(i).setText(Numbers.text(column.largest(), decimals));
            means.get(i).setText(Numbers.text(column.mean(), finer));
            said.get(i).setText(Numbers.text(column.said().orElse(Double.NaN), finer));
            verdicts.get(i)
                    .setText(
                            switch (column.verdict()) {
                                case SAME -> WORDS.say("verdict.same");
                                case DIFFERENT -> WORDS.say("verdict.different");
                                case NOTHING -> "";
                            });
        }
        conclusion.setText(comparison.conclusion());
    }

    /** Nodes are made where there are more readings than ever before, and used again. */
    private void showReadings(Comparison comparison) {
        int wanted = comparison.times().size();
        while (rows.size() < wanted) {
            rows.add(whole(readings, rows.size(), "", "raw-cell", _ -> ""));
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean used = i < wanted;
            for (Label label : rows.get(i)) {
                label.setVisible(used);
                label.setManaged(used);
            }
            if (used) {
                showReading(comparison, i);
            }
        }
    }

    private void showReading(Comparison comparison, int row) {
        List<Label> labels = rows.get(row);
        labels.getFirst().setText(Times.second(comparison.times().get(row)));
        for (int i = 0; i < comparison.columns().size(); i++) {
            Column column = comparison.columns().get(i);
            double value = column.cells().get(row);
            labels.get(i + 1).setText(Numbers.text(value, column.tag().decimals()));
        }
    }
}
