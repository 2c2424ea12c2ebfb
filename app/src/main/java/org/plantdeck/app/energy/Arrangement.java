package org.plantdeck.app.energy;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.operate.TwoSteps;
import org.plantdeck.app.words.Times;

/** How what is in a panel shares its place. Threads: the screen's. */
final class Arrangement {

    private Arrangement() {}

    /** What is hidden while a proposal waits to be decided, which needs its place. */
    static void givesWay(Node node, TwoSteps steps) {
        node.visibleProperty().bind(steps.openProperty().not());
        node.managedProperty().bind(node.visibleProperty());
    }

    /** A sentence that takes as many lines as it needs. */
    static Label sentence(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Has something take the height that the rest of its panel leaves. */
    static void takesTheRest(Region node) {
        node.setPrefHeight(0);
        VBox.setVgrow(node, Priority.ALWAYS);
    }

    /** Says the context of a panel, or how old its values are where they are stale. */
    static void context(Panel panel, Freshness freshness, String context) {
        panel.context(freshness.isStale() ? Times.age(freshness.age()) : context);
    }

    /** Shows something or takes it out. */
    static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
