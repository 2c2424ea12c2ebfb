package io.moquette.broker;

import io.moquette.broker.subscriptions.ISubscriptionsDirectory;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;

import org.jspecify.annotations.NullMarked;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/**
 * A directory of subscriptions where a filter that begins with a wildcard does not match a topic
 * that begins with $ (MQTT 3.1.1, 4.7.2), and where a subscription takes the place of the one with
 * its filter also if its quality of service is lower (3.8.4). Who was found for a topic is kept
 * until a subscription changes. Threads: any; nothing that is published finds a filter between two
 * subscriptions to it.
 */
@NullMarked
final class TopDollar implements ISubscriptionsDirectory {

    private static final int TOPICS_MAX = 8_192;
    private static final int SUBSCRIBERS_MAX = 64;

    private final ISubscriptionsDirectory all;

    /** By topic; a map of its own between any two changes, so none outlives one. */
    private volatile Map<String, List<Subscription>> found = new ConcurrentHashMap<>();

    private final StampedLock replacing = new StampedLock();

    TopDollar(ISubscriptionsDirectory all) {
        this.all = all;
    }

    @Override
    public void init(ISubscriptionsRepository repository) {
        all.init(repository);
    }

    @Override
    public Set<String> listAllSessionIds() {
        return all.listAllSessionIds();
    }

    @Override
    public List<Subscription> matchWithoutQosSharpening(Topic topic) {
        return named(topic, undisturbed(() -> all.matchWithoutQosSharpening(topic)));
    }

    @Override
    public List<Subscription> matchQosSharpening(Topic topic) {
        Map<String, List<Subscription>> sinceLastChange = found;
        List<Subscription> known = sinceLastChange.get(topic.toString());
        if (known != null) {
            return known;
        }
        List<Subscription> matching = List.copyOf(sharpened(topic));
        if (sinceLastChange.size() < TOPICS_MAX && matching.size() <= SUBSCRIBERS_MAX) {
            sinceLastChange.put(topic.toString(), matching);
        }
        return matching;
    }

    private List<Subscription> sharpened(Topic topic) {
        if (!topic.toString().startsWith("$")) {
            return undisturbed(() -> all.matchQosSharpening(topic));
        }
        Map<String, Subscription> ofClients = new HashMap<>();
        for (Subscription found : matchWithoutQosSharpening(topic)) {
            ofClients.merge(
                    found.getClientId(),
                    found,
                    (one, other) -> one.qosLessThan(other) ? other : one);
        }
        return List.copyOf(ofClients.values());
    }

    /** The directory may be read at any time; only what was found amid a change is not taken. */
    private List<Subscription> undisturbed(Supplier<List<Subscription>> match) {
        long optimistic = replacing.tryOptimisticRead();
        if (optimistic != 0) {
            List<Subscription> found = match.get();
            if (replacing.validate(optimistic)) {
                return found;
            }
        }
        long stamp = replacing.readLock();
        try {
            return match.get();
        } finally {
            replacing.unlockRead(stamp);
        }
    }

    private static List<Subscription> named(Topic topic, List<Subscription> found) {
        return topic.toString().startsWith("$")
                ? found.stream()
                        .filter(it -> it.getTopicFilter().toString().startsWith("$"))
                        .toList()
                : found;
    }

    @Override
    public void add(Subscription subscription) {
        long stamp = replacing.writeLock();
        try {
            all.removeSubscription(subscription.getTopicFilter(), subscription.getClientId());
            all.add(subscription);
        } finally {
            replacing.unlockWrite(stamp);
            found = new ConcurrentHashMap<>();
        }
    }

    @Override
    public void removeSubscription(Topic topic, String clientId) {
        try {
            all.removeSubscription(topic, clientId);
        } finally {
            found = new ConcurrentHashMap<>();
        }
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public String dumpTree() {
        return all.dumpTree();
    }
}
