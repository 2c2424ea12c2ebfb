package org.plantdeck.plantruntime.parts;

import org.plantdeck.broker.access.AccessFiles;
import org.plantdeck.broker.access.GeneratedCredentials;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.Login;
import org.plantdeck.mqttlink.Logins;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.signal.PartFailure;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the links of a process say who they are: by the user name and password that are set for a
 * broker, else by the generated password of the part. A broker elsewhere, for which none is set, is
 * told nothing; one that runs from this data directory is not elsewhere, by whatever URL of this
 * machine it is reached. Threads: any.
 */
public final class PartLogins implements Logins {

    /** Every window of a desk and whatever else only watches connects by this name. */
    public static final String DESK = "Desk";

    private final Settings settings;
    private final DataDirectory directory;
    private final GeneratedCredentials generated;

    /**
     * @throws PartFailure where the generated passwords cannot be read
     */
    public PartLogins(Settings settings, DataDirectory directory) {
        this.settings = settings;
        this.directory = directory;
        generated = GeneratedCredentials.open(new AccessFiles(directory.path()).credentials());
    }

    /** Who has a generated password on the brokers of a data directory. */
    static List<String> names() {
        return Stream.concat(
                        Arrays.stream(PartName.values()).map(PartName::component), Stream.of(DESK))
                .toList();
    }

    @Override
    public Optional<Login> of(LinkSettings link) {
        Optional<BrokerKeys> elsewhere =
                BrokerKeys.elsewhere(settings, link.broker())
                        .filter(it -> !isOwn(it, link.broker()));
        if (elsewhere.isPresent()) {
            BrokerKeys broker = elsewhere.get();
            return settings.find(broker.username())
                    .map(it -> new Login(it, settings.find(broker.password()).orElse("")));
        }
        String user = link.speaksAlone() ? link.component() : DESK;
        return Optional.of(new Login(user, generated.password(user)));
    }

    /** Whether it runs from this data directory, and nothing is set of who comes to it. */
    private boolean isOwn(BrokerKeys broker, URI url) {
        return BrokerPorts.isHere(url.getHost())
                && directory.isHeld(broker.part().word())
                && !settings.isSet(broker.username())
                && !settings.isSet(broker.trust().certificate());
    }
}
