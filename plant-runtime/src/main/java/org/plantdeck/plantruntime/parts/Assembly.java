package org.plantdeck.plantruntime.parts;

import org.plantdeck.bridge.Bridge;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.RuledAdmission;
import org.plantdeck.broker.access.AccessFiles;
import org.plantdeck.broker.guard.Admission;
import org.plantdeck.broker.listen.Listener;
import org.plantdeck.cloudanalytics.CloudAnalytics;
import org.plantdeck.historian.Historian;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plcsim.runner.PlantPart;
import org.plantdeck.plcsim.runner.PlcPart;
import org.plantdeck.signal.Part;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the parts of a process together from its settings. Threads: one. */
public final class Assembly {

    private final Settings settings;
    private final DataDirectory directory;
    private final InstantSource wallClock;
    private final BrokerPorts ports;
    private final LinkFactory links;
    private final Map<PartName, Supplier<RunPart>> makers = new EnumMap<>(PartName.class);

    /**
     * @param settings what is set
     * @param directory where the parts keep what they keep
     * @param wallClock the wall clock of every part
     * @param version the program's version, as said in statuses
     */
    public Assembly(
            Settings settings, DataDirectory directory, InstantSource wallClock, String version) {
        this.settings = settings;
        this.directory = directory;
        this.wallClock = wallClock;
        ports = new BrokerPorts(settings, directory);
        links = LinkKeys.apply(settings, PartLinks.of(settings, directory, wallClock, version));
    }

    /** The parts of the whole plant; a broker whose URL is set runs elsewhere. */
    public static Set<PartName> wholePlant(Settings settings) {
        Set<PartName> names = EnumSet.allOf(PartName.class);
        for (BrokerKeys broker : BrokerKeys.BOTH) {
            if (settings.isSet(broker.url())) {
                names.remove(broker.part());
            }
        }
        return names;
    }

    /** Where the brokers are, for who only asks them something. */
    public static Addresses brokers(Settings settings, DataDirectory directory) {
        BrokerPorts ports = new BrokerPorts(settings, directory);
        return new Addresses(ports.find(BrokerKeys.LOCAL), ports.find(BrokerKeys.CLOUD), List.of());
    }

    /** The parts of a process, not started. */
    public PartGroup assemble(Set<PartName> names, PlantStart start) {
        URI local = broker(BrokerKeys.LOCAL, names);
        URI cloud = broker(BrokerKeys.CLOUD, names);
        Addresses brokers = new Addresses(local, cloud, ports.notes());
        names.forEach(name -> make(name, brokers, start));
        return new PartGroup(makers, brokers);
    }

    private void make(PartName name, Addresses brokers, PlantStart start) {
        switch (name) {
            case LOCAL_BROKER, CLOUD_BROKER -> {
                // made with their addresses, before the others
            }
            case CLOUD_ANALYTICS -> {
                var its = AnalyticsKeys.read(settings, directory, brokers.cloud());
                add(name, links -> new CloudAnalytics(its, links, wallClock));
            }
            case HISTORIAN -> {
                var its = HistorianKeys.read(settings, directory, brokers.local());
                add(name, links -> new Historian(its, links, wallClock));
            }
            case BRIDGE -> {
                var its = BridgeKeys.read(settings, directory, brokers);
                add(name, links -> new Bridge(its, links, wallClock));
            }
            case PLC1, PLC2, PLC3 -> {
                var its = PlcKeys.named(name).read(settings, directory, brokers.local());
                add(name, links -> new PlcPart(its, links, wallClock));
            }
            case PLANT -> {
                URI local = brokers.local();
                var later = SimulationKeys.read(settings, directory, local, PlantStart.LATER);
                var its =
                        new AtomicReference<>(
                                SimulationKeys.read(settings, directory, local, start));
                add(name, links -> new PlantPart(its.getAndSet(later), links, wallClock));
            }
        }
    }

    /** The part is made anew for each start. */
    private void add(PartName name, Function<LinkFactory, Part> make) {
        makers.put(
                name,
                () -> {
                    WatchedLinks watched = new WatchedLinks(links);
                    return new RunPart(make.apply(watched), watched);
                });
    }

    private BrokerSettings brokerSettings(BrokerKeys broker, int port) {
        String name = broker.part().word();
        String bind = settings.get(broker.bind());
        BrokerSettings usual = BrokerSettings.open(name, bind, port, directory.folder(name));
        List<Listener> listeners = new ArrayList<>(usual.listeners());
        listeners.addAll(broker.listeners().read(settings, bind));
        return new BrokerSettings(
                name,
                listeners,
                usual.directory(),
                Optional.of(directory.certificates()),
                broker.limits().limits(settings),
                broker.limits().queues(settings),
                () -> admission(broker));
    }

    private Admission admission(BrokerKeys broker) {
        return new RuledAdmission(
                new AccessFiles(directory.path()),
                PartLogins.names(),
                broker.guests(settings),
                !ports.isOfThisMachineOnly(broker),
                wallClock);
    }

    /** Where a broker is; adds it to the parts where it is one of them. */
    private URI broker(BrokerKeys broker, Set<PartName> names) {
        if (!names.contains(broker.part())) {
            ports.noteReadablePassword(broker);
            return ports.find(broker);
        }
        int port = ports.choose(broker);
        URI endpoint = ports.endpoint(broker, port);
        BrokerSettings its = brokerSettings(broker, port);
        ports.noteOpen(broker, its.listeners());
        add(
                broker.part(),
                watched ->
                        new BrokerPart(
                                broker.part(), its, endpoint, directory, watched, wallClock));
        return settings.find(broker.url()).orElse(endpoint);
    }
}
