package org.plantdeck.app.overview;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Snapshot;

/** x. */
public final class OverviewScreen implements Screen {
    private final StackPane node = new StackPane();

    /** x. */
    public OverviewScreen(Desk desk) {}

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot now) {}

    @Override
    public void close() {}
}
