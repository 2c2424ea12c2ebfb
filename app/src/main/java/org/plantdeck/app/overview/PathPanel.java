package org.plantdeck.app.overview;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.controls.StateBox;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.overview.OverviewModel.PartLine;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.cloudanalytics.insights.Insight;

import java.util.ArrayList;
import java.util.List;

/** The way of the data, part by part, and what the cloud has found. Threads: the screen's. */
final class PathPanel {

    private static final Words WORDS = Words.of(PathPanel.class);
    private static final int MOST_INSIGHTS = 3;

    private final Panel panel = new Panel(WORDS.say("path"));
    private final List<Row> rows = new ArrayList<>();
    private final VBox lines = new VBox();
    private final VBox insights = new VBox();

    private record Row(Label name, Label says, StateBox state) {}

    PathPanel() {
        lines.getStyleClass().add("path-lines");
        Label heading = new Label(WORDS.say("insights"));
        heading.getStyleClass().add("section-title");
        insights.getStyleClass().add("insight-lines");
        ScrollArea scroll = new ScrollArea(insights);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setAccessibleText(heading.getText());
        lines.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(lines, heading, scroll);
        content.getStyleClass().add("path-content");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        panel.content(content);
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot now) {
        List<PartLine> parts = OverviewModel.parts(now);
        panel.context(OverviewModel.pathContext(parts));
        while (rows.size() < parts.size()) {
            add();
        }
        for (int i = 0; i < parts.size(); i++) {
            PartLine line = parts.get(i);
            Row row = rows.get(i);
            row.name().setText(line.name());
            row.says().setText(line.says());
            row.state().show(line.state(), line.fill());
        }
    }

    private void add() {
        Row row = new Row(new Label(), new Label(), new StateBox());
        row.name().setMinWidth(Region.USE_PREF_SIZE);
        row.says().getStyleClass().add("quiet");
        row.says().setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(10, row.name(), gap, row.says(), row.state());
        line.getStyleClass().add("path-line");
        rows.add(row);
        lines.getChildren().add(line);
    }

    void show(List<Insight> open) {
        insights.getChildren().clear();
        if (open.isEmpty()) {
            tell(WORDS.say("insights-none"));
        }
        for (Insight insight : open.stream().limit(MOST_INSIGHTS).toList()) {
            Label sentence = new Label(insight.advice().sentence());
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            sentence.getStyleClass().add("insight-sentence");
            Label value =
                    new Label(
                            WORDS.say(
                                    "insight-value",
                                    Numbers.text(insight.advice().impact(), 1),
                                    insight.advice().impactUnit(),
                                    Numbers.text(insight.advice().confidence(), 2)));
            value.getStyleClass().add("quiet");
            if (!insights.getChildren().isEmpty()) {
                Region line = new Region();
                line.getStyleClass().add("separator-line");
                insights.getChildren().add(line);
            }
            insights.getChildren().addAll(sentence, value);
        }
    }

    /** Says why there is nothing. */
    void absent(String reason) {
        insights.getChildren().clear();
        tell(WORDS.say("insights-absent", reason));
    }

    private void tell(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        insights.getChildren().add(label);
    }
}
