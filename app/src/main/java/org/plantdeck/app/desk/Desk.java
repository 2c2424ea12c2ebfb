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
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.plantruntime.desktop.PlantSession;

import java.util.List;

/**
 * What every screen of a process is given.
 *
 * @param session what runs in this process, and where the rest is
 * @param door the way to the screen
 * @param live what is so now
 * @param history what was, from the historian
 * @param cloud what was, from the analytics
 * @param bridge what was, from the bridge
 * @param exporter writes what was into files, beside the screens
 * @param importer takes files into what was, beside the screens
 * @param updates knows of newer versions, where somebody wants to
 * @param operator gives commands
 * @param alarms which limits are broken
 * @param outbox how full the bridge's outbox was
 * @param presence says which screens are open
 * @param dismissals which insights this desk wants to see no more
 * @param navigator opens screens
 */
public record Desk(
        PlantSession session,
        Door door,
        LivePlant live,
        Archive<HistorianQueries> history,
        Archive<AnalyticsQueries> cloud,
        Archive<BridgeQueries> bridge,
        Exporter exporter,
        Importer importer,
        Updates updates,
        Operator operator,
        AlarmBoard alarms,
        OutboxCourse outbox,
        Presence presence,
        Dismissals dismissals,
        Navigator navigator)
        implements AutoCloseable {

    /** Opens screens in the window that asks. */
    public interface Navigator {

        /**
         * Opens a screen by its word.
         *
         * @param arguments what it is to show; most screens take none
         */
        void open(String screen, List<String> arguments);

        /** Opens a screen. */
        default void open(String screen) {
            open(screen, List.of());
        }
    }

    /** The same desk for a window with a navigation of its own. */
    public Desk with(Navigator its) {
        return new Desk(
                session,
                door,
                live,
                history,
                cloud,
                bridge,
                exporter,
                importer,
                updates,
                operator,
                alarms,
                outbox,
                presence,
                dismissals,
                its);
    }

    /** The same desk for a screen, with archives that are closed with it. */
    Desk forOneScreen() {
        return new Desk(
                session,
                door,
                live,
                history.forOne(),
                cloud.forOne(),
                bridge.forOne(),
                exporter,
                importer,
                updates,
                operator,
                alarms,
                outbox,
                presence,
                dismissals,
                navigator);
    }

    @Override
    public void close() {
        presence.close();
        outbox.close();
        alarms.close();
        operator.close();
        live.close();
        exporter.close();
        importer.close();
        updates.close();
        history.close();
        cloud.close();
        bridge.close();
        door.close();
    }
}
