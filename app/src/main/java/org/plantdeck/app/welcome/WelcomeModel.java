package org.plantdeck.app.welcome;

import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.BrokerAddress;
import org.plantdeck.plantruntime.parts.FirstChoice;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What somebody types before a first start, and what comes of it. Brokers are tried on a thread of
 * its own, and what is chosen is written there, so that typing never waits. Threads: the screen's,
 * but for that.
 */
final class WelcomeModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WelcomeModel.class);
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
     * A broker that somebody has.
     *
     * @param note what there is to say of it
     */
    record Own(BrokerAddress address, Fit fit, String note) {}

    private final FirstChoice choice;
    private final Executor screen;
    private final PortsModel ports;
    private final Map<PartName, Own> own = new EnumMap<>(PartName.class);
    private final ExecutorService acts =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("welcome-acts").daemon().factory());
    private Runnable changed = () -> {};
    private Runnable chosen = () -> {};
    private boolean busy;
    private boolean closed;
    private String trouble = "";

    /**
     * @param screen does things on the screen's thread
     */
    WelcomeModel(FirstChoice choice, Executor screen) {
        this.choice = choice;
        this.screen = screen;
        ports = new PortsModel(choice, this::onScreen, this::portsChanged);
        for (PartName broker : BROKERS) {
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

    /** The ports of the demo plant. */
    PortsModel ports() {
        return ports;
    }

    Own own(PartName broker) {
        return Optional.ofNullable(own.get(broker)).orElseThrow();
    }

    /** Why what was chosen could not be written down; empty where it could, or nothing was yet. */
    String trouble() {
        return trouble;
    }

    /** Whether the demo plant can be started. */
    boolean canStartDemo() {
        return !busy && ports.isFit();
    }

    /** Writes down that the demo plant is wanted. */
    void startDemo() {
        Optional<Integer> local = ports.number(PartName.LOCAL_BROKER);
        Optional<Integer> cloud = ports.number(PartName.CLOUD_BROKER);
        if (canStartDemo() && local.isPresent() && cloud.isPresent()) {
            act(() -> choice.demoPlant(local.get(), cloud.get()), this::isChosen);
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

    /** Why there is none to try, where something was typed; empty otherwise. */
    String lacking() {
        boolean cloudAlone =
                own(PartName.CLOUD_BROKER).address().isGiven()
                        && !own(PartName.LOCAL_BROKER).address().isGiven();
        return cloudAlone ? WORDS.say("local-lacking") : "";
    }

    /** Connects to the brokers that were typed, and says what came of it. */
    void tryBrokers() {
        if (!canTry()) {
            return;
        }
        BrokerAddress local = own(PartName.LOCAL_BROKER).address();
        BrokerAddress cloud = own(PartName.CLOUD_BROKER).address();
        for (PartName broker : BROKERS) {
            BrokerAddress address = own(broker).address();
            if (address.isGiven()) {
                own.put(broker, new Own(address, Fit.UNKNOWN, WORDS.say("trying")));
            }
        }
        act(
                () -> {
                    Optional<String> obstacle = choice.obstacle(local, cloud);
                    if (obstacle.isPresent()) {
                        onScreen(this::forgetTrial);
                        throw new SettingsFailure(obstacle.get());
                    }
                    tryOne(PartName.LOCAL_BROKER, local);
                    tryOne(PartName.CLOUD_BROKER, cloud);
                },
                this::end);
    }

    private void forgetTrial() {
        for (PartName broker : BROKERS) {
            own.put(broker, new Own(own(broker).address(), Fit.UNKNOWN, ""));
        }
    }

    private void tryOne(PartName broker, BrokerAddress address) {
        if (address.isGiven()) {
            Optional<String> refusal = choice.trial(broker, address);
            onScreen(() -> tried(broker, address, refusal));
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
            act(() -> choice.brokers(local, cloud), this::isChosen);
        }
    }

    private void isChosen() {
        chosen.run();
    }

    /** The boundary at which what cannot be done becomes a sentence. */
    private void act(Runnable act, Runnable done) {
        busy = true;
        trouble = "";
        changed.run();
        acts.execute(() -> {
            try {
                act.run();
                onScreen(done);
            } catch (SettingsFailure failure) {
                onScreen(() -> fail(failure.sentence()));
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("A first start could not be prepared");
                onScreen(() -> fail(String.valueOf(e)));
            }
        });
    }

    private void fail(String sentence) {
        trouble = sentence;
        end();
    }

    private void end() {
        busy = false;
        changed.run();
    }

    /** Does something there unless nobody looks any more. */
    private void onScreen(Runnable task) {
        screen.execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    private void portsChanged() {
        trouble = "";
        changed.run();
    }

    @Override
    public void close() {
        closed = true;
        ports.close();
        acts.shutdownNow();
    }
}
