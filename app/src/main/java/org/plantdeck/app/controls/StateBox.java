package org.plantdeck.app.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** A state as a word in a box: bright while it works, dark when it does not, dashed when stale. */
public final class StateBox extends Label {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    /** How it is drawn. */
    public enum Fill {
        BRIGHT,
        DARK,
        STALE
    }

    /** A box with nothing in it. */
    public StateBox() {
        getStyleClass().add("state-box");
    }

    /** Shows a word. */
    public void show(String word, Fill fill) {
        setText(word);
        pseudoClassStateChanged(DARK, fill == Fill.DARK);
        pseudoClassStateChanged(STALE, fill == Fill.STALE);
    }
}
