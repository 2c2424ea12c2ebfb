package org.plantdeck.app.welcome;

import org.plantdeck.app.welcome.WelcomeModel.Fit;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.FirstChoice;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PortOffer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the brokers of the demo plant are to listen. Ports are looked at on a thread of its own,
 * the newest text alone, so that typing never waits. Threads: the screen's, but for that.
 */
final class PortsModel implements AutoCloseable {

    private static final Words WORDS = Words.of(PortsModel.class);

    /**
     * Where a broker is to listen.
     *
     * @param text as typed
     * @param note what there is to say of it
     */
    record Port(String text, Fit fit, String note) {}

    private final FirstChoice choice;
    private final Executor screen;
    private final Runnable changed;
    private final Map<PartName, Port> ports = new EnumMap<>(PartName.class);
    private final ExecutorService looks =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("welcome-ports").daemon().factory());
    private final AtomicLong turn = new AtomicLong();
    private boolean typed;

    /**
     * @param screen does things on the screen's thread
     * @param changed is called there whenever something here has changed
     */
    PortsModel(FirstChoice choice, Executor screen, Runnable changed) {
        this.choice = choice;
        this.screen = screen;
        this.changed = changed;
        for (PartName broker : WelcomeModel.BROKERS) {
            String standard = Integer.toString(choice.standardPort(broker));
            ports.put(broker, new Port(standard, Fit.UNKNOWN, ""));
        }
    }

    Port port(PartName broker) {
        return Optional.ofNullable(ports.get(broker)).orElseThrow();
    }

    /** What is typed, as a number; empty where it is none. */
    Optional<Integer> number(PartName broker) {
        return choice.port(broker, port(broker).text());
    }

    /** Whether both can be had. */
    boolean isFit() {
        return ports.values().stream().allMatch(it -> it.fit() == Fit.FIT);
    }

    /** Looks whether the usual ports are free, and proposes others where they are not. */
    void propose() {
        looks.execute(() -> {
            int local = proposal(PartName.LOCAL_BROKER, choice.standardPort(PartName.CLOUD_BROKER));
            int cloud = proposal(PartName.CLOUD_BROKER, local);
            screen.execute(() -> {
                if (!typed) {
                    propose(PartName.LOCAL_BROKER, local);
                    propose(PartName.CLOUD_BROKER, cloud);
                    look();
                }
            });
        });
    }

    private int proposal(PartName broker, int others) {
        return choice.offer(broker, choice.standardPort(broker), others).instead();
    }

    private void propose(PartName broker, int port) {
        if (port != 0) {
            ports.put(broker, new Port(Integer.toString(port), Fit.UNKNOWN, ""));
        }
    }

    /** Somebody has typed a port. */
    void type(PartName broker, String text) {
        if (!text.equals(port(broker).text())) {
            typed = true;
            ports.put(broker, new Port(text, Fit.UNKNOWN, ""));
            look();
        }
    }

    private void look() {
        long mine = turn.incrementAndGet();
        String local = port(PartName.LOCAL_BROKER).text();
        String cloud = port(PartName.CLOUD_BROKER).text();
        looks.execute(() -> {
            if (turn.get() != mine) {
                return; // somebody types on
            }
            Port ofLocal = look(PartName.LOCAL_BROKER, local, cloud);
            Port ofCloud = look(PartName.CLOUD_BROKER, cloud, local);
            screen.execute(() -> {
                if (turn.get() == mine) {
                    ports.put(PartName.LOCAL_BROKER, ofLocal);
                    ports.put(PartName.CLOUD_BROKER, ofCloud);
                    changed.run();
                }
            });
        });
        changed.run();
    }

    private Port look(PartName broker, String text, String others) {
        Optional<Integer> wanted = choice.port(broker, text);
        if (wanted.isEmpty()) {
            return new Port(text, Fit.UNFIT, choice.refusal(broker, text).orElse(""));
        }
        int ofOther = choice.port(other(broker), others).orElse(0);
        PortOffer offer = choice.offer(broker, wanted.get(), ofOther);
        if (!offer.isFree()) {
            String instead = offer.instead() == 0 ? "" : WORDS.say("port-instead", offer.instead());
            return new Port(
                    text,
                    Fit.UNFIT,
                    WORDS.say("port-taken", wanted.get(), offer.obstacle()) + instead);
        }
        int standard = choice.standardPort(broker);
        PortOffer usual = choice.offer(broker, standard, 0);
        return new Port(
                text,
                Fit.FIT,
                wanted.get() == standard || usual.isFree()
                        ? WORDS.say("port-free")
                        : WORDS.say("port-moved", standard, usual.obstacle()));
    }

    private static PartName other(PartName broker) {
        return broker == PartName.LOCAL_BROKER ? PartName.CLOUD_BROKER : PartName.LOCAL_BROKER;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
