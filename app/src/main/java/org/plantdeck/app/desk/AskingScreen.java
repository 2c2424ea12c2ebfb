package org.plantdeck.app.desk;

import javafx.scene.layout.Region;

import org.plantdeck.app.live.Snapshot;

import java.util.List;

/** A screen with archives of its own, whose waiting questions end with it. */
record AskingScreen(Screen screen, Desk desk) implements Screen {

    @Override
    public Region node() {
        return screen.node();
    }

    @Override
    public List<Runnable> furnishing() {
        return screen.furnishing();
    }

    @Override
    public void show(Snapshot now) {
        screen.show(now);
    }

    @Override
    public boolean isComplete() {
        return screen.isComplete();
    }

    @Override
    public void close() {
        screen.close();
        desk.history().close();
        desk.cloud().close();
        desk.bridge().close();
    }
}
