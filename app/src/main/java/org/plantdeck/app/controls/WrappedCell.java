package org.plantdeck.app.controls;

import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list that is as wide as the list and as high as its wrapped words need. Threads: the
 * screen's.
 *
 * @param <T> what it shows
 */
public abstract class WrappedCell<T> extends ListCell<T> {

    private @Nullable Region content;

    /** What is in it, made once. */
    protected final void content(Region node) {
        setPrefWidth(0);
        content = node;
    }

    /** Fills the content with an item, and says what a screen reader says of it. */
    protected abstract String fill(T item);

    @Override
    protected final void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setAccessibleText(fill(item));
        setGraphic(content);
    }

    @Override
    protected final double computePrefHeight(double width) {
        if (!(getGraphic() instanceof Region shown)) {
            return super.computePrefHeight(width);
        }
        Insets around = getInsets();
        double room = width < 0 ? getListView().getWidth() : width;
        double wide = Math.max(1, room - around.getLeft() - around.getRight());
        return snapSizeY(shown.prefHeight(wide)) + around.getTop() + around.getBottom();
    }

    @Override
    protected final void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() instanceof Region shown) {
            Insets around = getInsets();
            shown.resizeRelocate(
                    around.getLeft(),
                    around.getTop(),
                    getWidth() - around.getLeft() - around.getRight(),
                    getHeight() - around.getTop() - around.getBottom());
        }
    }
}
