package org.plantdeck.app;

import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.parts.Addresses;
import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.parts.AnalyticsKeys;
import org.plantdeck.plantruntime.parts.Assembly;
import org.plantdeck.plantruntime.parts.BridgeKeys;
import org.plantdeck.plantruntime.parts.HistorianKeys;
import org.plantdeck.plantruntime.parts.PartGroup;
import org.plantdeck.plantruntime.parts.PartLogins;
import org.plantdeck.plantruntime.parts.PlantStart;
import org.plantdeck.plantruntime.parts.StartCheck;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsEditor;
import org.plantdeck.plantruntime.settings.SettingsStart;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The whole plant, for real, in a folder of its own, twenty times as fast as the clock. */
final class PlantAtHand implements PlantSession {

    private static final String VERSION = "test";

    private final DataDirectory directory;
    private final SettingsEditor editor;
    private final List<Runnable> farewells = new CopyOnWriteArrayList<>();
    private final PartGroup group;
    private final LinkFactory links;
    private final InstantSource wallClock = InstantSource.system();

    PlantAtHand(Path folder) {
        directory = DataDirectory.open(folder);
        SettingsStart start =
                SettingsStart.read(
                        AllSettings.catalogue(),
                        directory.settingsFile(),
                        List.of(
                                "local-broker.port=" + FreePorts.one(),
                                "cloud-broker.port=" + FreePorts.one(),
                                "simulation.history=0h",
                                "simulation.speed=20"));
        editor = new SettingsEditor(start, StartCheck.of(directory, InstantSource.system()));
        Settings settings = start.inForce();
        group =
                new Assembly(settings, directory, wallClock, VERSION)
                        .assemble(Assembly.wholePlant(settings), new PlantStart(List.of(), false));
        group.start();
        links = new PahoLinks(wallClock, VERSION, new PartLogins(settings, directory));
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public String operator() {
        return "maria";
    }

    @Override
    public DataDirectory directory() {
        return directory;
    }

    @Override
    public SettingsEditor settings() {
        return editor;
    }

    @Override
    public Addresses brokers() {
        return group.brokers();
    }

    @Override
    public LinkFactory links() {
        return links;
    }

    @Override
    public InstantSource wallClock() {
        return wallClock;
    }

    @Override
    public PartGroup parts() {
        return group;
    }

    @Override
    public HistoryLocation history() {
        return HistoryLocation.inFiles(HistorianKeys.database(directory));
    }

    @Override
    public Path bridgeDatabase() {
        return BridgeKeys.database(directory);
    }

    @Override
    public Path analyticsDatabase() {
        return AnalyticsKeys.database(directory);
    }

    @Override
    public void whenWanted(Runnable show) {}

    @Override
    public void beforeEnd(Runnable farewell) {
        farewells.add(farewell);
    }

    @Override
    public void close() {
        farewells.forEach(Runnable::run);
        group.close();
    }
}
