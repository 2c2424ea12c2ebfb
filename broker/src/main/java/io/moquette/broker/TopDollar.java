package io.moquette.broker;

import io.moquette.broker.subscriptions.ISubscriptionsDirectory;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;

import org.jspecify.annotations.NullMarked;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A directory of subscriptions where a filter that begins with a wildcard does not match a topic
 * that begins with $ (MQTT 3.1.1, 4.7.2). Threads: any.
 */
@NullMarked
final class TopDollar implements ISubscriptionsDirectory {

    private final ISubscriptionsDirectory all;

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
        return named(topic, all.matchWithoutQosSharpening(topic));
    }

    @Override
    public List<Subscription> matchQosSharpening(Topic topic) {
        if (!topic.toString().startsWith("$")) {
            return all.matchQosSharpening(topic);
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

    private static List<Subscription> named(Topic topic, List<Subscription> found) {
        return topic.toString().startsWith("$")
                ? found.stream()
                        .filter(it -> it.getTopicFilter().toString().startsWith("$"))
                        .toList()
                : found;
    }

    @Override
    public void add(Subscription subscription) {
        all.add(subscription);
    }

    @Override
    public void removeSubscription(Topic topic, String clientId) {
        all.removeSubscription(topic, clientId);
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
