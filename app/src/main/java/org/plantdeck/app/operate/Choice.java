package org.plantdeck.app.operate;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import java.util.List;
import java.util.function.Function;

/** A button that offers some words and proposes the one that is taken. Threads: the screen's. */
public final class Choice extends MenuButton {

    /**
     * @param title on the button, as in "Mode"
     * @param words what may be taken
     * @param proposal what a word means for the plant
     * @param steps where it is proposed
     */
    public Choice(
            String title, List<String> words, Function<String, Proposal> proposal, TwoSteps steps) {
        super(title);
        getStyleClass().add("command-button");
        setMinWidth(USE_PREF_SIZE);
        for (String word : words) {
            MenuItem item = new MenuItem(word);
            item.setOnAction(_ -> steps.propose(proposal.apply(word)));
            getItems().add(item);
        }
        setAccessibleText(title);
    }
}
