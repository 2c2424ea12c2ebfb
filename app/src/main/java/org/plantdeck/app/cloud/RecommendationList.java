package org.plantdeck.app.cloud;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.cloud.RecommendationModel.Line;
import org.plantdeck.app.cloud.RecommendationModel.Recommendations;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.cloudanalytics.insights.Insight;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the open insights recommend, each with its evidence to unfold. Threads: the screen's. */
final class RecommendationList extends VBox {

    private static final Words WORDS = Words.of(RecommendationList.class);

    private final Consumer<Insight> dismiss;
    private final Runnable undo;
    private final Set<String> unfolded = new HashSet<>();
    private Recommendations shown = new Recommendations(List.of(), -1);

    /**
     * @param dismiss hides an insight
     * @param undo shows what was hidden
     */
    RecommendationList(Consumer<Insight> dismiss, Runnable undo) {
        this.dismiss = dismiss;
        this.undo = undo;
        getStyleClass().add("recommendations");
    }

    void show(Recommendations next) {
        if (!next.equals(shown)) {
            shown = next;
            rebuild();
        }
    }

    private void rebuild() {
        getChildren().clear();
        if (shown.lines().isEmpty()) {
            Label none = new Label(WORDS.say("recommendations.all-dismissed"));
            none.getStyleClass().add("panel-instead");
            none.setWrapText(true);
            getChildren().add(none);
        }
        shown.lines().forEach(it -> getChildren().add(row(it)));
        if (shown.dismissed() > 0) {
            getChildren().add(dismissedRow());
        }
    }

    private VBox row(Line line) {
        String id = line.insight().id();
        Label title = new Label(line.title());
        title.getStyleClass().add("recommendation-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Label about = new Label(line.about());
        about.getStyleClass().add("quiet");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label impact = new Label(line.impact());
        impact.getStyleClass().add("recommendation-impact");
        impact.setMinWidth(Region.USE_PREF_SIZE);
        VBox row = new VBox();
        Button evidence = new Button();
        evidence.getStyleClass().add("recommendation-evidence");
        Button hide = new Button(WORDS.say("dismiss"));
        hide.setMinWidth(Region.USE_PREF_SIZE);
        hide.setAccessibleText(WORDS.say("dismiss.of", line.title()));
        hide.setOnAction(_ -> dismiss.accept(line.insight()));
        HBox head = new HBox(words, impact, evidence, hide);
        head.getStyleClass().add("recommendation-head");
        row.getStyleClass().add("recommendation");
        row.getChildren().add(head);
        evidence.setOnAction(_ -> {
            if (!unfolded.remove(id)) {
                unfolded.add(id);
            }
            fold(row, evidence, line);
        });
        fold(row, evidence, line);
        return row;
    }

    private void fold(VBox row, Button button, Line line) {
        boolean open = unfolded.contains(line.insight().id());
        button.setText(WORDS.say(open ? "evidence.hide" : "evidence.show"));
        button.setAccessibleText(
                WORDS.say(open ? "evidence.hide.of" : "evidence.show.of", line.title()));
        if (row.getChildren().size() > 1) {
            row.getChildren().remove(1);
        }
        if (open) {
            row.getChildren().add(new EvidencePane(line.insight()));
        }
    }

    private HBox dismissedRow() {
        Label count =
                new Label(
                        shown.dismissed() == 1
                                ? WORDS.say("dismissed.one")
                                : WORDS.say("dismissed.some", Numbers.text(shown.dismissed())));
        count.getStyleClass().add("quiet");
        Button again = new Button(WORDS.say("show-dismissed"));
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> undo.run());
        HBox row = new HBox(count, again);
        row.getStyleClass().add("recommendation-head");
        return row;
    }
}
