package org.plantdeck.plcsim.runner;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkCounts;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.Health;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A broker in memory that takes and delivers at once, unless a test has it away or slow. */
final class MemoryBroker implements LinkFactory {

    /** A message the broker has taken. */
    record Message(String topic, byte[] body, int qos, boolean retained) {}

    private record Subscription(String filter, DeliveryHandler handler, Link owner) {}

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Consumer<Message>> listeners = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private boolean away;

    @Override
    public MqttLink link(LinkSettings settings) {
        Link link = new Link(settings);
        links.add(link);
        return link;
    }

    /** Has every message taken from now on shown to a test. */
    void listen(Consumer<Message> listener) {
        listeners.add(listener);
    }

    /** Has the broker go away, or come back and take what waits. */
    void away(boolean gone) {
        away = gone;
        if (!gone) {
            List.copyOf(links).forEach(Link::drain);
        }
    }

    /** Another client takes an identity. */
    void takeOver(String identity) {
        link(identity).rival = true;
    }

    /** Ends every connection as the end of a process does: what waits is lost. */
    void cutEverybody() {
        links.forEach(link -> {
            link.waiting.clear();
            link.closed = true;
        });
    }

    /** Ends one connection as the end of a process does. */
    void cut(String identity) {
        Link link = link(identity);
        link.waiting.clear();
        link.closed = true;
    }

    Health health(String identity) {
        return link(identity).health;
    }

    private Link link(String identity) {
        return links.reversed().stream()
                .filter(link -> link.settings.identity().equals(identity))
                .findFirst()
                .orElseThrow();
    }

    /** Publishes as any client would. */
    void publish(String topic, byte[] body, boolean retained) {
        take(new Message(topic, body, 1, retained));
    }

    private void take(Message message) {
        listeners.forEach(listener -> listener.accept(message));
        for (Subscription subscription : List.copyOf(subscriptions)) {
            if (subscription.owner.started
                    && subscription.owner.state().isUp()
                    && matches(subscription.filter(), message.topic())) {
                deliver(subscription.handler(), message);
            }
        }
    }

    private static boolean matches(String filter, String topic) {
        String[] wanted = filter.split("/", -1);
        String[] levels = topic.split("/", -1);
        if (wanted.length != levels.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals("+") && !wanted[i].equals(levels[i])) {
                return false;
            }
        }
        return true;
    }

    private static void deliver(DeliveryHandler handler, Message message) {
        try {
            handler.accept(
                    new Delivery() {
                        @Override
                        public String topic() {
                            return message.topic();
                        }

                        @Override
                        public byte[] body() {
                            return message.body();
                        }

                        @Override
                        public boolean retained() {
                            return message.retained();
                        }

                        @Override
                        public boolean duplicate() {
                            return false;
                        }

                        @Override
                        public void acknowledge() {}
                    });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class Link implements MqttLink {

        private final LinkSettings settings;
        private final Deque<Publication> waiting = new ArrayDeque<>();
        private Health health = Health.online();
        private boolean started;
        private boolean closed;
        private boolean rival;
        private long taken;
        private long dropped;

        Link(LinkSettings settings) {
            this.settings = settings;
        }

        @Override
        public void subscribe(String filter, int qos, DeliveryHandler handler) {
            subscriptions.add(new Subscription(filter, handler, this));
        }

        @Override
        public void unsubscribe(String filter) {
            subscriptions.removeIf(it -> it.owner() == this && it.filter().equals(filter));
        }

        @Override
        public void start() {
            started = true;
            drain();
        }

        @Override
        public int publish(Publication publication) {
            int givenUp = 0;
            if (waiting.size() >= settings.queueCapacity()) {
                waiting.removeFirst();
                dropped++;
                givenUp = 1;
            }
            waiting.addLast(publication);
            drain();
            return givenUp;
        }

        private void drain() {
            while (state().isUp() && !waiting.isEmpty()) {
                Publication next = waiting.removeFirst();
                taken++;
                take(new Message(next.topic(), next.body(), next.qos(), next.retained()));
                next.taken().run();
            }
        }

        @Override
        public void report(Health newest) {
            health = newest;
        }

        @Override
        public LinkState state() {
            if (rival) {
                return new LinkState(
                        LinkState.Phase.TAKEN_OVER,
                        "another client uses the identity "
                                + settings.identity()
                                + "; this one has stopped");
            }
            if (closed) {
                return new LinkState(LinkState.Phase.CLOSED, "closed");
            }
            return started && !away
                    ? new LinkState(LinkState.Phase.UP, "")
                    : new LinkState(LinkState.Phase.DOWN, "no broker");
        }

        @Override
        public LinkCounts counts() {
            return new LinkCounts(taken, 0, waiting.size(), dropped, 0, 1);
        }

        @Override
        public void close() {
            drain();
            closed = true;
        }
    }
}
