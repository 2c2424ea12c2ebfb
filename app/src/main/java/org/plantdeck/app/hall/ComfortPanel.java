package org.plantdeck.app.hall;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Tag;

import java.time.Instant;

/** How people would feel in the hall, by ISO 7730, and how that has been. */
final class ComfortPanel {

    static final Tag INDEX = HallTags.tag("comfort_index");

    private static final Words WORDS = Words.of(ComfortPanel.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Tag VOTE = HallTags.tag("pmv");

    private final Panel panel = new Panel(WORDS.say("comfort.title"));
    private final Label vote = new Label();
    private final Label dissatisfied = new Label();
    private final ComfortScale scale = new ComfortScale();
    private final Course course;
    private final VBox content;

    ComfortPanel(LiveTrends trends) {
        course = new Course(INDEX, trends);
        panel.context(WORDS.say("comfort.context"));
        vote.getStyleClass().add("comfort-vote");
        dissatisfied.getStyleClass().add("comfort-vote");
        vote.setMinWidth(Region.USE_PREF_SIZE);
        dissatisfied.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = new Label(WORDS.say("comfort.index"));
        name.getStyleClass().add("section-title");
        VBox.setVgrow(course.chart(), Priority.ALWAYS);
        content = new VBox(4, new HBox(vote, gap, dissatisfied), scale, name, course.chart());
        panel.loading();
    }

    Node node() {
        return panel;
    }

    /** The first reading has arrived. */
    void begin() {
        panel.content(content);
    }

    void show(Snapshot now, HallModel model) {
        boolean stale = now.shown(VOTE).freshness().isStale();
        vote.setText(model.vote());
        dissatisfied.setText(model.dissatisfied());
        vote.pseudoClassStateChanged(STALE, stale);
        dissatisfied.pseudoClassStateChanged(STALE, stale);
        scale.show(now.shown(VOTE));
        course.show(now.shown(INDEX));
    }

    /** Draws the course up to a time. */
    void draw(Instant until) {
        course.draw(until);
    }
}
