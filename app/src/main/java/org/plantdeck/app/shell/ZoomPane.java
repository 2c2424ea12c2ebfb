package org.plantdeck.app.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger or smaller, laid out for the room that leaves. Threads: the screen's.
 */
final class ZoomPane extends Region {

    private final Region content;
    private final Scale scale = new Scale(1, 1);

    ZoomPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /** Sets how large; 1 is as drawn. */
    void zoom(double times) {
        scale.setX(times);
        scale.setY(times);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
