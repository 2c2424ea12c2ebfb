package org.plantdeck.plcsim.runner;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkCounts;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.plcsim.plc.PlcOutput;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.CommandResult.Phase;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A PLC's side of the broker: readings and answers out, commands in. Threads: any. */
final class PlcLink implements PlcOutput {

    private static final Logger LOG = LoggerFactory.getLogger(PlcLink.class);

    /** The plant does not run on while more than these wait for the broker to take them. */
    private static final long MOST_WAITING = 300;

    private final FactorySource source;
    private final int qos;
    private final InstantSource wallClock;
    private final MqttLink link;
    private final CommandInbox inbox;
    private final AtomicLong handedOver = new AtomicLong();
    private final AtomicLong readings = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    PlcLink(PlcSettings settings, LinkFactory links, InstantSource wallClock) {
        this.source = settings.source();
        this.qos = settings.qos();
        this.wallClock = wallClock;
        this.inbox = new CommandInbox(wallClock);
        this.link =
                links.link(
                        LinkSettings.of(
                                settings.broker(), source.plcId(), LinkSettings.Session.CLEAN));
        link.subscribe(source.commandTopic(), 1, DeliveryHandler.acknowledging(this::takeCommand));
    }

    MqttLink link() {
        return link;
    }

    CommandInbox inbox() {
        return inbox;
    }

    private void takeCommand(Delivery delivery) {
        if (!inbox.offer(delivery)) {
            CommandInbox.refuseMalformed(
                    delivery.body(), "too many commands are waiting", this::refuseNow);
        }
    }

    /** Refuses a request outside of any scan, in wall time for lack of another. */
    void refuseNow(String requestId, String reason) {
        answer(new CommandResult(requestId, Phase.REFUSED, reason, wallClock.instant()));
    }

    @Override
    public void publish(Reading reading) {
        readings.incrementAndGet();
        send(new Publication(source.topic(), ReadingCodec.encode(reading), qos, false));
    }

    @Override
    public void answer(CommandResult result) {
        switch (result.phase()) {
            case ACCEPTED -> accepted.incrementAndGet();
            case REFUSED -> refused.incrementAndGet();
            case DONE, FAILED -> {}
        }
        LOG.atInfo()
                .addKeyValue("plc", source.plcId())
                .addKeyValue("request", result.requestId())
                .addKeyValue("phase", result.phase().word())
                .addKeyValue("reason", result.reason())
                .log("Command answered");
        send(new Publication(source.resultTopic(), CommandCodec.encode(result), 1, false));
    }

    void send(Publication publication) {
        handedOver.incrementAndGet();
        link.publish(publication);
    }

    /** How many messages the link was given so far. */
    long handedOver() {
        return handedOver.get();
    }

    /** Whether the first so many messages have been taken by the broker or given up. */
    boolean isRidOf(long messages) {
        LinkCounts counts = link.counts();
        return counts.published() + counts.dropped() >= messages;
    }

    boolean isCongested() {
        return link.state().isUp() && link.counts().waiting() > MOST_WAITING;
    }

    boolean isUp() {
        return link.state().isUp();
    }

    /** Whether another client has taken the identity. */
    boolean isTakenOver() {
        return link.state().phase() == LinkState.Phase.TAKEN_OVER;
    }

    /** Whether the link takes no more for good: its part has closed it, or its identity is lost. */
    boolean hasEnded() {
        return isClosed() || isTakenOver();
    }

    /** Whether the part has closed the link. */
    boolean isClosed() {
        return link.state().phase() == LinkState.Phase.CLOSED;
    }

    /** Readings published since the part was made. */
    long readings() {
        return readings.get();
    }

    long commandsAccepted() {
        return accepted.get();
    }

    long commandsRefused() {
        return refused.get();
    }
}
