package org.plantdeck.app.welcome;

import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.BrokerAddress;
import org.plantdeck.plantruntime.parts.FirstChoice;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PortOffer;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What somebody types before a first start, what there is to say of it, and what comes of it. Ports
 * and brokers are looked at on a thread of its own, so that typing never waits. Threads: the
 * screen's, but for that.
 */
final class WelcomeModel implements AutoCloseable {

    private static final Words WORDS = Words.of(WelcomeModel.class);

    /** The two brokers, in the order they are asked for. */
    static final List<PartName> BROKERS = List.of(PartName.LOCAL_BROKER, PartName.CLOUD_BROKER);

    /** Whether something that was typed can be used. */
    enum Fit {
        UNKNOWN,
        FIT,
        UNFIT
    }

    /**
     * Where a broker of the demo plant is to listen.
     *
     * @param text as typed
     * @param note what there is to say of it
     */
    record Port(String text, Fit fit, String note) {}

    /**
     * A broker that somebody has.
     *
     * @param note what there is to say of it
     */
    record Own(BrokerAddress address, Fit fit, String note) {}

    private final FirstChoice choice;
    private final Executor screen;
    private final Map<PartName, Port> ports = new EnumMap<>(PartName.class);
    private final Map<PartName, Own> own = new EnumMap<>(PartName.class);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("welcome").daemon().factory());
    private Runnable changed = () -> {};
    private Runnable chosen = () -> {};
    private boolean busy;
    private String trouble = "";

    /**
     * @param screen does things on the screen's thread
     */
    WelcomeModel(FirstChoice choice, Executor screen) {
        this.choice = choice;
        this.screen = screen;
        for (PartName broker : BROKERS) {
            String standard = Integer.toString(choice.standardPort(broker));
            ports.put(broker, new Port(standard, Fit.UNKNOWN, ""));
            own.put(broker, new Own(BrokerAddress.NONE, Fit.UNKNOWN, ""));
        }
    }

    /** Has somebody called, on the screen's thread, whenever something here has changed. */
    void listen(Runnable listener) {
        changed = listener;
    }

    /** Has something done there when what was chosen is written down. */
    void whenChosen(Runnable listener) {
        chosen = listener;
    }

    Port port(PartName broker) {
        return at(ports, broker);
    }

    Own own(PartName broker) {
        return at(own, broker);
    }

    /** Whether something is being tried or written down just now. */
    boolean isBusy() {
        return busy;
    }

    /** Why what was chosen could not be written down; empty where it could, or nothing was yet. */
    String trouble() {
        return trouble;
    }

    /** Looks whether the usual ports are free, and proposes others where they are not. */
    void proposePorts() {
        thread.execute(() -> {
            int local = proposal(PartName.LOCAL_BROKER, choice.standardPort(PartName.CLOUD_BROKER));
            int cloud = proposal(PartName.CLOUD_BROKER, local);
            screen.execute(() -> {
                if (BROKERS.stream().allMatch(it -> port(it).fit() == Fit.UNKNOWN)) {
                    propose(PartName.LOCAL_BROKER, local);
                    propose(PartName.CLOUD_BROKER, cloud);
                    lookAtPorts();
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
            ports.put(broker, new Port(text, Fit.UNKNOWN, ""));
            lookAtPorts();
        }
    }

    private void lookAtPorts() {
        trouble = "";
        for (PartName broker : BROKERS) {
            String text = port(broker).text();
            String others = port(other(broker)).text();
            thread.execute(() -> {
                Port looked = look(broker, text, others);
                screen.execute(() -> {
                    if (port(broker).text().equals(text)
                            && port(other(broker)).text().equals(others)) {
                        ports.put(broker, looked);
                        changed.run();
                    }
                });
            });
        }
        changed.run();
    }

    private Port look(PartName broker, String text, String others) {
        Optional<String> wrong = choice.refusal(broker, text);
        if (wrong.isPresent()) {
            return new Port(text, Fit.UNFIT, wrong.get());
        }
        int wanted = Integer.parseInt(text.strip());
        PortOffer offer =
                choice.offer(
                        broker,
                        wanted,
                        choice.refusal(other(broker), others).isPresent()
                                ? 0
                                : Integer.parseInt(others.strip()));
        if (!offer.isFree()) {
            String instead = offer.instead() == 0 ? "" : WORDS.say("port-instead", offer.instead());
            return new Port(
                    text, Fit.UNFIT, WORDS.say("port-taken", wanted, offer.holder()) + instead);
        }
        int standard = choice.standardPort(broker);
        if (wanted == standard) {
            return new Port(text, Fit.FIT, WORDS.say("port-free"));
        }
        PortOffer usual = choice.offer(broker, standard, 0);
        return new Port(
                text,
                Fit.FIT,
                usual.isFree()
                        ? WORDS.say("port-free")
                        : WORDS.say("port-moved", standard, usual.holder()));
    }

    /** Whether the demo plant can be started. */
    boolean canStartDemo() {
        return !busy && BROKERS.stream().allMatch(it -> port(it).fit() == Fit.FIT);
    }

    /** Writes down that the demo plant is wanted. */
    void startDemo() {
        if (canStartDemo()) {
            int local = Integer.parseInt(port(PartName.LOCAL_BROKER).text().strip());
            int cloud = Integer.parseInt(port(PartName.CLOUD_BROKER).text().strip());
            write(() -> choice.demoPlant(local, cloud));
        }
    }

    /** Somebody has typed something of an address. */
    void type(PartName broker, BrokerAddress address) {
        Optional<String> wrong = choice.refusal(broker, address);
        own.put(
                broker,
                new Own(address, wrong.isPresent() ? Fit.UNFIT : Fit.UNKNOWN, wrong.orElse("")));
        trouble = "";
        changed.run();
    }

    /** Whether there is a broker to try. */
    boolean canTry() {
        return !busy
                && own(PartName.LOCAL_BROKER).address().isGiven()
                && BROKERS.stream()
                        .noneMatch(it -> choice.refusal(it, own(it).address()).isPresent());
    }

    /** Connects to the brokers that were typed, and says what came of it. */
    void tryBrokers() {
        if (canTry()) {
            begin();
            for (PartName broker : BROKERS) {
                BrokerAddress address = own(broker).address();
                if (address.isGiven()) {
                    own.put(broker, new Own(address, Fit.UNKNOWN, WORDS.say("trying")));
                    thread.execute(() -> {
                        Optional<String> refusal = choice.trial(broker, address);
                        screen.execute(() -> tried(broker, address, refusal));
                    });
                }
            }
            thread.execute(() -> screen.execute(this::end));
            changed.run();
        }
    }

    private void tried(PartName broker, BrokerAddress address, Optional<String> refusal) {
        if (own(broker).address().equals(address)) {
            own.put(
                    broker,
                    refusal.map(it -> new Own(address, Fit.UNFIT, WORDS.say("not-reached", it)))
                            .orElseGet(() -> new Own(address, Fit.FIT, WORDS.say("reached"))));
            changed.run();
        }
    }

    /** Writes down which brokers are wanted, whether they could be reached or not. */
    void startWithOwn() {
        if (canTry()) {
            BrokerAddress local = own(PartName.LOCAL_BROKER).address();
            BrokerAddress cloud = own(PartName.CLOUD_BROKER).address();
            write(() -> choice.brokers(local, cloud));
        }
    }

    private void write(Runnable act) {
        begin();
        thread.execute(() -> {
            try {
                act.run();
                screen.execute(() -> chosen.run());
            } catch (SettingsFailure failure) {
                screen.execute(() -> {
                    trouble = failure.sentence();
                    end();
                });
            }
        });
    }

    private void begin() {
        busy = true;
        trouble = "";
        changed.run();
    }

    private void end() {
        busy = false;
        changed.run();
    }

    private static PartName other(PartName broker) {
        return broker == PartName.LOCAL_BROKER ? PartName.CLOUD_BROKER : PartName.LOCAL_BROKER;
    }

    private static <T> T at(Map<PartName, T> map, PartName broker) {
        return Optional.ofNullable(map.get(broker)).orElseThrow();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
