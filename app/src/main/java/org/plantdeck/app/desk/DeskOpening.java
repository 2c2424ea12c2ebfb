package org.plantdeck.app.desk;

import org.plantdeck.app.alarms.AlarmBoard;
import org.plantdeck.app.commands.Operator;
import org.plantdeck.app.door.Door;
import org.plantdeck.app.export.Exporter;
import org.plantdeck.app.history.Archive;
import org.plantdeck.app.imports.Importer;
import org.plantdeck.app.insights.Dismissals;
import org.plantdeck.app.live.LivePlant;
import org.plantdeck.app.live.Presence;
import org.plantdeck.app.outbox.OutboxCourse;
import org.plantdeck.app.updates.Updates;
import org.plantdeck.bridge.store.BridgeQueries;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;
import org.plantdeck.historian.export.Extensions;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.parts.HistoryTurn;

import java.util.concurrent.Executor;

/** Makes what every screen is given. */
public final class DeskOpening {

    private DeskOpening() {}

    /**
     * A desk over a session, connected to its brokers.
     *
     * @param screen runs tasks on the screen's thread
     */
    public static Desk open(PlantSession session, Executor screen) {
        LivePlant live = new LivePlant(session.links(), session.brokers(), session.wallClock());
        Operator operator = new Operator(live, session.wallClock(), session.operator());
        AlarmBoard alarms = new AlarmBoard(live);
        OutboxCourse outbox = new OutboxCourse(live);
        live.start();
        return new Desk(
                session,
                new Door(screen),
                live,
                new Archive<>("history", () -> session.history().open()),
                new Archive<>(
                        "cloud-history",
                        () -> AnalyticsQueries.openReadOnly(session.analyticsDatabase())),
                new Archive<>(
                        "bridge-history",
                        () -> BridgeQueries.openReadOnly(session.bridgeDatabase())),
                new Exporter(session.history(), Extensions.in(session.directory().plugins())),
                new Importer(
                        session.history().database(),
                        HistoryTurn.of(session.directory()),
                        session.wallClock()),
                Updates.of(session),
                operator,
                alarms,
                outbox,
                new Presence(session.links(), session.brokers()),
                new Dismissals(),
                (_, _) -> {});
    }
}
