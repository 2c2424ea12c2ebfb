package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.Doorbell;
import org.plantdeck.plantruntime.datadir.PartLock;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsReader;
import org.plantdeck.plantruntime.settings.SettingsStart;
import org.plantdeck.plantruntime.settings.SettingsTemplate;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody may choose before the first start on a data directory: where the brokers of the
 * demo plant listen, or which brokers of one's own the parts use. What is chosen is written into
 * plantdeck.yaml; until then nothing is. While somebody chooses, nobody else may on the same
 * directory. Threads: any; it looks at ports and at the disk, so not the screen's.
 */
public final class FirstChoice implements AutoCloseable {

    /** What of a data directory is held while somebody chooses. */
    public static final String LOCK = "first-start";

    private final DataDirectory directory;
    private final SettingsStart start;
    private final InstantSource wallClock;
    private final String version;
    private final PartLock lock;
    private final Doorbell bell;
    private volatile Runnable show = () -> {};

    private FirstChoice(
            DataDirectory directory, SettingsStart start, InstantSource wallClock, String version) {
        this.directory = directory;
        this.start = start;
        this.wallClock = wallClock;
        this.version = version;
        lock = directory.lock(LOCK);
        try {
            bell = directory.answer(() -> show.run());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * The choice for a data directory; empty where somebody has chosen: there is a file of
     * settings, or the command line says where the brokers are.
     *
     * @param version the program's version, as brokers that are tried are told
     * @throws SettingsFailure where somebody else is choosing
     */
    public static Optional<FirstChoice> find(
            DataDirectory directory, SettingsStart start, InstantSource wallClock, String version) {
        boolean isChosen =
                Files.exists(directory.settingsFile())
                        || BrokerKeys.BOTH.stream()
                                .anyMatch(it ->
                                        start.inForce().isSet(it.url())
                                                || start.inForce().isSet(it.port()));
        return isChosen
                ? Optional.empty()
                : Optional.of(new FirstChoice(directory, start, wallClock, version));
    }

    /** Has something done whenever a second start asks for the window of this one. */
    public void whenWanted(Runnable window) {
        show = window;
    }

    /** Somebody has chosen, or not; others may. Does nothing the second time. */
    @Override
    public void close() {
        bell.close();
        lock.close();
    }

    /** Where everything will be kept. */
    public DataDirectory directory() {
        return directory;
    }

    /** The port that a broker has where nobody wants another. */
    public int standardPort(PartName broker) {
        return start.inForce().get(keys(broker).port());
    }

    /** Why a text is no port for a broker; empty where it is one. */
    public Optional<String> refusal(PartName broker, String port) {
        return SettingsReader.refusal(keys(broker).port(), port);
    }

    /** The port that a text says; empty where it says none. */
    public Optional<Integer> port(PartName broker, String text) {
        return keys(broker).port().kind().read(text);
    }

    /**
     * What there is to say of a port for a broker.
     *
     * @param others the port the other broker is to have
     */
    public PortOffer offer(PartName broker, int wanted, int others) {
        return new BrokerPorts(start.inForce(), directory).offer(keys(broker), wanted, others);
    }

    /**
     * Chooses the demo plant, with both brokers here.
     *
     * @throws SettingsFailure where that cannot be written or cannot work
     */
    public void demoPlant(int localPort, int cloudPort) {
        Map<Setting<?>, String> values = new LinkedHashMap<>();
        put(values, PartName.LOCAL_BROKER, localPort);
        put(values, PartName.CLOUD_BROKER, cloudPort);
        write(values);
    }

    /** A default stays one: it gives way where somebody else is quicker. */
    private void put(Map<Setting<?>, String> values, PartName broker, int port) {
        if (port != standardPort(broker)) {
            values.put(keys(broker).port(), Integer.toString(port));
        }
    }

    /**
     * Why an address cannot be used as it is typed; empty where it can.
     *
     * @param broker whose it is
     */
    public Optional<String> refusal(PartName broker, BrokerAddress address) {
        for (Map.Entry<Setting<?>, String> each : values(broker, address).entrySet()) {
            Optional<String> wrong = SettingsReader.refusal(each.getKey(), each.getValue());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    /** Why the parts could not start with two addresses; empty where they could. */
    public Optional<String> obstacle(BrokerAddress local, BrokerAddress cloud) {
        try {
            StartCheck.of(directory, wallClock).accept(with(values(local, cloud)));
            return Optional.empty();
        } catch (SettingsFailure wrong) {
            return Optional.of(wrong.sentence());
        }
    }

    /**
     * Connects to a broker once; takes up to ten seconds, and some more to hang up.
     *
     * @return why it does not let the parts in; empty where it does
     */
    public Optional<String> trial(PartName broker, BrokerAddress address) {
        try {
            Settings settings = with(values(broker, address));
            var links = PartLinks.of(settings, directory, wallClock, version);
            return settings.find(keys(broker).url()).flatMap(new BrokerProbe(links)::refusal);
        } catch (SettingsFailure wrong) {
            return Optional.of(wrong.sentence());
        } catch (PartFailure failure) {
            return Optional.of(failure.sentence());
        }
    }

    private Settings with(Map<Setting<?>, String> values) {
        return SettingsReader.readTyped(start.catalogue(), start.overrides(), values);
    }

    /**
     * Chooses brokers of one's own for the parts.
     *
     * @param cloud {@link BrokerAddress#NONE} for the one of the program
     * @throws SettingsFailure where that cannot be written or cannot work
     */
    public void brokers(BrokerAddress local, BrokerAddress cloud) {
        write(values(local, cloud));
    }

    private static Map<Setting<?>, String> values(BrokerAddress local, BrokerAddress cloud) {
        Map<Setting<?>, String> values = values(PartName.LOCAL_BROKER, local);
        values.putAll(values(PartName.CLOUD_BROKER, cloud));
        return values;
    }

    private static Map<Setting<?>, String> values(PartName broker, BrokerAddress address) {
        BrokerKeys keys = keys(broker);
        Map<Setting<?>, String> values = new LinkedHashMap<>();
        if (address.isGiven()) {
            values.put(keys.url(), address.url().strip());
            putGiven(values, keys.username(), address.username());
            putGiven(values, keys.password(), address.password());
            putGiven(values, keys.trust().authority(), address.authority());
        }
        return values;
    }

    private static void putGiven(Map<Setting<?>, String> values, Setting<?> setting, String value) {
        if (!value.isBlank()) {
            values.put(setting, value);
        }
    }

    private void write(Map<Setting<?>, String> values) {
        StartCheck.of(directory, wallClock).accept(with(values));
        SettingsTemplate.write(directory.settingsFile(), start.catalogue(), values);
    }

    private static BrokerKeys keys(PartName broker) {
        return broker == BrokerKeys.CLOUD.part() ? BrokerKeys.CLOUD : BrokerKeys.LOCAL;
    }
}
