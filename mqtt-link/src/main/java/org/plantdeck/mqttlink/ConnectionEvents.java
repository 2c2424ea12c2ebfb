package org.plantdeck.mqttlink;

import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;

/**
 * What one connection tells its link: what arrives, and that it is lost. Threads: the client
 * library's.
 */
final class ConnectionEvents implements Connection.Listener {

    private final Subscriptions subscriptions;
    private final BiConsumer<Connection, String> whenLost;
    private volatile @Nullable Connection connection;

    /**
     * @param subscriptions take what arrives
     * @param whenLost hears which connection is lost and why
     */
    ConnectionEvents(Subscriptions subscriptions, BiConsumer<Connection, String> whenLost) {
        this.subscriptions = subscriptions;
        this.whenLost = whenLost;
    }

    /** Whose events these are; said before it connects. */
    void of(Connection its) {
        connection = its;
    }

    @Override
    public void arrived(Delivery delivery) throws InterruptedException {
        subscriptions.dispatch(delivery);
    }

    @Override
    public void lost(String reason) {
        Connection which = connection;
        if (which != null) {
            whenLost.accept(which, reason);
        }
    }
}
