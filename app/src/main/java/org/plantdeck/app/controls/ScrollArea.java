package org.plantdeck.app.controls;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane that paints its content once. The toolkit's keeps a picture of what is in view, to
 * be shifted when it is scrolled; here values change far more often than anybody scrolls, and each
 * change would be painted into that picture and the whole picture then onto the screen. Threads:
 * the screen's.
 */
public final class ScrollArea extends ScrollPane {

    /** An area over some content. */
    public ScrollArea(Node content) {
        super(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        getChildren().forEach(it -> it.setCache(false));
        return skin;
    }
}
