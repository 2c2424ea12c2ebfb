package org.plantdeck.app.desk;

import javafx.scene.layout.Region;

import org.plantdeck.app.live.Snapshot;

import java.util.List;

/**
 * One open screen. It is made when somebody opens it, holds its own subscriptions, and is closed
 * when it is left. Threads: the screen's.
 */
public interface Screen extends AutoCloseable {

    /** What is seen. */
    Region node();

    /**
     * Builds, one after the other, what takes long and what its frame can do without; each is run
     * once, as a step of its own, before anybody sees it. None where it is built quickly.
     */
    default List<Runnable> furnishing() {
        return List.of();
    }

    /**
     * Shows what is so now; called when something has changed, and every second. Does nothing where
     * nothing on the screen comes from the plant.
     */
    default void show(Snapshot now) {}

    /** Whether everything it shows at first has arrived; a picture waits for it. */
    default boolean isComplete() {
        return true;
    }

    /** Ends its subscriptions. Does nothing the second time. */
    @Override
    void close();
}
