package org.plantdeck.app.live;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.brokers.BrokerAnswer;

/**
 * Hears what the feeds of a subscription bring, every message in order. Threads: those of the
 * links; must not block.
 */
public interface LiveListener {

    /** A PLC has published a reading. */
    default void reading(Reading reading) {}

    /** The bridge has sent a window. */
    default void window(AnalyticsWindow window) {}

    /** Somebody asks something of a PLC. */
    default void command(FactorySource plc, Command command) {}

    /** A PLC has answered. */
    default void result(FactorySource plc, CommandResult result) {}

    /** The analytics has taken a step with an insight: what was read of them is old. */
    default void insightStep() {}

    /** A broker answers a request of this desk or another. */
    default void brokerAnswers(Feed.Broker broker, BrokerAnswer answer) {}

    /** Something has changed: {@link LivePlant#now()} is worth another look. */
    default void changed() {}
}
