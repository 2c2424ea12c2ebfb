package org.plantdeck.plantruntime.parts;

import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.mqttlink.TlsContexts;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** The links of a process: who they say they are and whom they trust. Threads: any. */
public final class PartLinks implements TlsContexts {

    private final Settings settings;
    private final DataDirectory directory;
    private final InstantSource wallClock;

    private PartLinks(Settings settings, DataDirectory directory, InstantSource wallClock) {
        this.settings = settings;
        this.directory = directory;
        this.wallClock = wallClock;
    }

    /**
     * Links as the settings say.
     *
     * @param wallClock stamps statuses and judges certificates
     * @param version the program's version, as said in statuses
     * @throws SettingsFailure where what is set for a broker elsewhere cannot be used
     * @throws PartFailure where the generated passwords cannot be read
     */
    public static LinkFactory of(
            Settings settings, DataDirectory directory, InstantSource wallClock, String version) {
        check(settings, directory, wallClock);
        return new PahoLinks(
                wallClock,
                version,
                new PartLogins(settings, directory),
                new PartLinks(settings, directory, wallClock));
    }

    /** Sees that what is set for brokers elsewhere can be used as of now. */
    static void check(Settings settings, DataDirectory directory, InstantSource wallClock) {
        for (BrokerKeys broker : BrokerKeys.BOTH) {
            settings.find(broker.url())
                    .ifPresent(url ->
                            broker.trust().check(settings, directory, url, wallClock.instant()));
        }
        refuseOneForBoth(settings);
    }

    private static void refuseOneForBoth(Settings settings) {
        Optional<URI> local = settings.find(BrokerKeys.LOCAL.url());
        if (local.isPresent() && local.equals(settings.find(BrokerKeys.CLOUD.url()))) {
            throw settings.wrong(
                    BrokerKeys.CLOUD.url(),
                    "is "
                            + local.get()
                            + " as local-broker.url is; the bridge has the same name on both, so"
                            + " they must be two brokers");
        }
    }

    @Override
    public SSLContext of(LinkSettings link) {
        return BrokerKeys.elsewhere(settings, link.broker())
                .map(it -> it.trust().files(settings, directory).context(wallClock.instant()))
                .orElseGet(() -> TlsContexts.USUAL.of(link));
    }
}
