package io.moquette.persistence;

import io.moquette.broker.ISessionsRepository;
import io.moquette.broker.ISubscriptionsRepository;

import org.h2.mvstore.MVStore;
import org.jspecify.annotations.NullMarked;

import java.time.Clock;

/**
 * Moquette's repositories on a store of ours. It lies in Moquette's package because their
 * constructors are for that package only; docs/decisions/0014 says why.
 */
@NullMarked
public final class StoredRepositories {

    private StoredRepositories() {}

    /** The sessions that outlive their connection. */
    public static ISessionsRepository sessions(MVStore store, Clock clock) {
        return new H2SessionsRepository(store, clock);
    }

    /** Their subscriptions. */
    public static ISubscriptionsRepository subscriptions(MVStore store) {
        return new H2SubscriptionsRepository(store);
    }
}
