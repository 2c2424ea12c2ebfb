package org.plantdeck.plantruntime.parts;

import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.time.Duration;
import java.util.List;

/** The settings of the links every part has to its brokers. */
final class LinkKeys {

    static final Setting<Duration> KEEP_ALIVE =
            Setting.of(
                    "link.keep-alive",
                    Kind.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                    Duration.ofSeconds(10),
                    "duration",
                    "How often an idle part shows its broker that it lives; a dead one is offline"
                            + " after 1.5 of these");

    private LinkKeys() {}

    static List<Setting<?>> all() {
        return List.of(KEEP_ALIVE);
    }

    /** The factory, with what is set for every link. */
    static LinkFactory apply(Settings settings, LinkFactory links) {
        Duration keepAlive = settings.get(KEEP_ALIVE);
        return link ->
                links.link(
                        new LinkSettings(
                                link.broker(),
                                link.identity(),
                                link.session(),
                                link.component(),
                                keepAlive,
                                link.queueCapacity(),
                                link.inFlight()));
    }
}
