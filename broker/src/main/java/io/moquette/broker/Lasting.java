package io.moquette.broker;

import io.moquette.broker.subscriptions.Subscription;

import org.jspecify.annotations.NullMarked;

import java.util.Collection;
import java.util.Set;

/** Keeps sessions that end with their connection, and their subscriptions, out of the store. */
@NullMarked
final class Lasting {

    private Lasting() {}

    /**
     * @param passing the clients whose sessions end with their connection
     */
    static ISessionsRepository sessions(ISessionsRepository stored, Set<String> passing) {
        return new ISessionsRepository() {
            // A process that was killed has not written when they end.
            @Override
            public Collection<SessionData> list() {
                return stored.list().stream()
                        .map(it -> it.expireAt().isPresent() ? it : it.withExpirationComputed())
                        .toList();
            }

            @Override
            public void saveSession(SessionData session) {
                if (!passing.contains(session.clientId())) {
                    stored.saveSession(session);
                }
            }

            @Override
            public void delete(SessionData session) {
                stored.delete(session);
            }
        };
    }

    /**
     * @param passing the clients whose sessions end with their connection
     */
    static ISubscriptionsRepository subscriptions(
            ISubscriptionsRepository stored, Set<String> passing) {
        return new ISubscriptionsRepository() {
            @Override
            public Set<Subscription> listAllSubscriptions() {
                return stored.listAllSubscriptions();
            }

            @Override
            public void addNewSubscription(Subscription subscription) {
                if (!passing.contains(subscription.getClientId())) {
                    stored.addNewSubscription(subscription);
                }
            }

            @Override
            public void removeSubscription(String topic, String clientId) {
                stored.removeSubscription(topic, clientId);
            }
        };
    }
}
