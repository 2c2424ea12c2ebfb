package org.plantdeck.app.records;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The number of a pen on its colour: what tells it from the others of its plot. Threads: the
 * screen's.
 */
final class PenMark extends Label {

    /**
     * @param number of the pen, from 1
     */
    PenMark(int number) {
        super(Integer.toString(number));
        getStyleClass().addAll("pen-mark", "pen-" + number);
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }
}
