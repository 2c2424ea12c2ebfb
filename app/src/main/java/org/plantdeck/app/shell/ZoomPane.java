package org.plantdeck.app.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger or smaller, laid out for the room that leaves. Threads: the screen's.
 */
final class ZoomPane extends Region {

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final Zoom zoom = new Zoom();

    ZoomPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    void larger() {
        zoom.larger(getWidth(), getHeight());
        requestLayout();
    }

    void smaller() {
        zoom.smaller(getWidth(), getHeight());
        requestLayout();
    }

    void asTheWindow() {
        zoom.asTheWindow();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double times = zoom.times(getWidth(), getHeight());
        scale.setX(times);
        scale.setY(times);
        content.resizeRelocate(0, 0, getWidth() / times, getHeight() / times);
    }
}
