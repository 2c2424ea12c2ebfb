package org.plantdeck.app.cloud;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.words.Words;
import org.plantdeck.cloudanalytics.insights.Insight;

/** What an insight stands on: its sentence, its numbers, their interval and tag. */
final class EvidencePane extends VBox {

    private static final Words WORDS = Words.of(EvidencePane.class);

    EvidencePane(Insight insight) {
        getStyleClass().add("evidence");
        Label sentence = new Label(insight.advice().sentence());
        sentence.getStyleClass().add("evidence-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane numbers = new FlowPane();
        numbers.getStyleClass().add("evidence-numbers");
        for (RecommendationModel.Evidence each : RecommendationModel.evidence(insight)) {
            numbers.getChildren().add(pair(each.name(), each.value()));
        }
        getChildren()
                .addAll(
                        sentence,
                        numbers,
                        pair(WORDS.say("evidence.interval"), RecommendationModel.interval(insight)),
                        pair(WORDS.say("evidence.tag"), insight.evidence().tag()));
    }

    private static HBox pair(String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("quiet");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Label right = new Label(value);
        right.getStyleClass().add("evidence-value");
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox pair = new HBox(left, right);
        pair.getStyleClass().add("evidence-pair");
        return pair;
    }
}
