package org.plantdeck.plantruntime.parts;

import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The links of one part, remembered so that their end is noticed. Threads: any. */
final class WatchedLinks implements LinkFactory {

    private final LinkFactory links;
    private final List<MqttLink> made = new CopyOnWriteArrayList<>();

    WatchedLinks(LinkFactory links) {
        this.links = links;
    }

    @Override
    public MqttLink link(LinkSettings settings) {
        MqttLink link = links.link(settings);
        made.add(link);
        return link;
    }

    /** Why the part can go on no more: another client took its identity. */
    Optional<String> takenOver() {
        return made.stream()
                .map(MqttLink::state)
                .filter(it -> it.phase() == LinkState.Phase.TAKEN_OVER)
                .map(LinkState::reason)
                .findFirst();
    }
}
