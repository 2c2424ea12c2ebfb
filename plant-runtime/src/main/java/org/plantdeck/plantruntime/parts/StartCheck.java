package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether the parts could start with settings, as far as that can be told without starting them:
 * what one setting allows and another forbids, and the files that are named. Threads: any.
 */
public final class StartCheck {

    private static final URI ANYWHERE = URI.create("tcp://127.0.0.1:1");

    private static final Addresses BROKERS = new Addresses(ANYWHERE, ANYWHERE, List.of());

    private StartCheck() {}

    /**
     * The check for a data directory. It throws {@link SettingsFailure} with the first thing that
     * would end the start, in the words of the start.
     */
    public static Consumer<Settings> of(DataDirectory directory, InstantSource wallClock) {
        return settings -> {
            try {
                check(settings, directory, wallClock);
            } catch (IllegalArgumentException e) {
                throw new SettingsFailure(String.valueOf(e.getMessage()), e);
            }
        };
    }

    private static void check(Settings settings, DataDirectory directory, InstantSource wallClock) {
        PartLinks.check(settings, directory, wallClock);
        BrokerPorts ports = new BrokerPorts(settings, directory);
        for (BrokerKeys broker : BrokerKeys.BOTH) {
            if (!settings.isSet(broker.url())) {
                ports.check(broker);
            }
            var _ = broker.listeners().read(settings, settings.get(broker.bind()));
            var _ = broker.limits().limits(settings);
            var _ = broker.limits().queues(settings);
        }
        for (PlcKeys plc : PlcKeys.ALL) {
            var _ = plc.read(settings, directory, ANYWHERE);
        }
        var _ = HistorianKeys.read(settings, directory, ANYWHERE);
        var _ = BridgeKeys.read(settings, directory, BROKERS);
        var _ = AnalyticsKeys.read(settings, directory, ANYWHERE);
        var _ = SimulationKeys.read(settings, directory, ANYWHERE, PlantStart.LATER);
    }
}
