package org.plantdeck.app.live;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.brokers.BrokerAnswer;

import java.util.List;

/** What can be subscribed to. */
public enum Feed {
    /** Readings of the line. */
    LINE(Broker.LOCAL, List.of(FactorySource.LINE.topic())),
    /** Readings of the energy system. */
    ENERGY(Broker.LOCAL, List.of(FactorySource.ENERGY.topic())),
    /** Readings of the hall. */
    ENVIRONMENT(Broker.LOCAL, List.of(FactorySource.ENVIRONMENT.topic())),
    /** What the parts say of themselves on the factory's broker. */
    FACTORY_STATUS(Broker.LOCAL, List.of("status/+")),
    /** What operators ask of the PLCs, and their answers. */
    COMMANDS(Broker.LOCAL, List.of("factory/+/cmd", "factory/+/cmd/result")),
    /** What the parts say of themselves on the cloud's broker. */
    CLOUD_STATUS(Broker.CLOUD, List.of("status/+")),
    /** The windows of the bridge. */
    WINDOWS(Broker.CLOUD, List.of(AnalyticsWindow.TOPIC)),
    /** The steps of insights. */
    INSIGHTS(Broker.CLOUD, List.of("cloud/factory/insights")),
    /** What the factory's broker says of itself and answers. */
    LOCAL_BROKER(Broker.LOCAL, ofBroker("LocalBroker")),
    /** What the cloud's broker says of itself and answers. */
    CLOUD_BROKER(Broker.CLOUD, ofBroker("CloudBroker"));

    /** The brokers of the plant. */
    public enum Broker {
        LOCAL("LocalBroker"),
        CLOUD("CloudBroker");

        private final String component;

        Broker(String component) {
            this.component = component;
        }

        /** Its name in topics. */
        public String component() {
            return component;
        }
    }

    private final Broker broker;

    @SuppressWarnings("ImmutableEnumChecker") // a list of texts
    private final List<String> filters;

    Feed(Broker broker, List<String> filters) {
        this.broker = broker;
        this.filters = filters;
    }

    /** Figures every broker says, and those of ours; not the long lists. */
    private static List<String> ofBroker(String component) {
        return List.of(
                "$SYS/broker/+",
                "$SYS/broker/clients/+",
                "$SYS/broker/publish/#",
                "$SYS/broker/load/publish/#",
                "$SYS/broker/rate/#",
                "$SYS/broker/reasons/+",
                "$SYS/broker/retained messages/+",
                "$SYS/broker/subscriptions/+",
                "$SYS/broker/store/messages/+",
                "$SYS/broker/topics/+",
                BrokerAnswer.topic(component));
    }

    Broker broker() {
        return broker;
    }

    List<String> filters() {
        return filters;
    }

    /** The feed with the readings of a source. */
    public static Feed of(FactorySource source) {
        return switch (source) {
            case LINE -> LINE;
            case ENERGY -> ENERGY;
            case ENVIRONMENT -> ENVIRONMENT;
        };
    }
}
