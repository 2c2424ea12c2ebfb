package org.plantdeck.app.desk;

import javafx.scene.layout.Region;

import org.plantdeck.app.live.Snapshot;

/**
 * One open screen. It is made when somebody opens it, holds its own subscriptions, and is closed
 * when it is left. Threads: the screen's.
 */
public interface Screen extends AutoCloseable {

    /** What is seen. */
    Region node();

    /**
     * Builds what takes long and what its frame can do without; called once, in a step of its own,
     * before anybody sees it. Does nothing where it is built quickly.
     */
    default void furnish() {}

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
