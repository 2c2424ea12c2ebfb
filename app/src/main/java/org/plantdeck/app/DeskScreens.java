package org.plantdeck.app;

import org.kordamp.ikonli.feather.Feather;
import org.plantdeck.app.about.AboutScreen;
import org.plantdeck.app.bridgeview.BridgeScreen;
import org.plantdeck.app.brokers.BrokersScreen;
import org.plantdeck.app.cloud.CloudScreen;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.energy.EnergyScreen;
import org.plantdeck.app.faults.FaultsScreen;
import org.plantdeck.app.hall.HallScreen;
import org.plantdeck.app.line.LineScreen;
import org.plantdeck.app.logs.LogsScreen;
import org.plantdeck.app.overview.OverviewScreen;
import org.plantdeck.app.parts.StatusScreen;
import org.plantdeck.app.records.HistorianScreen;
import org.plantdeck.app.settings.SettingsScreen;
import org.plantdeck.app.words.Words;

import java.util.List;

/** Every screen there is, in the order of the navigation. */
final class DeskScreens {

    private static final Words WORDS = Words.of(DeskScreens.class);

    static final List<ScreenKind> ALL =
            List.of(
                    new ScreenKind(
                            "overview",
                            1,
                            WORDS.say("overview.title"),
                            WORDS.say("overview.label"),
                            Feather.HOME,
                            (desk, _) -> new OverviewScreen(desk)),
                    new ScreenKind(
                            "hmi1",
                            2,
                            WORDS.say("hmi1.title"),
                            WORDS.say("hmi1.label"),
                            Feather.PACKAGE,
                            (desk, _) -> new LineScreen(desk)),
                    new ScreenKind(
                            "hmi2",
                            2,
                            WORDS.say("hmi2.title"),
                            WORDS.say("hmi2.label"),
                            Feather.ZAP,
                            (desk, _) -> new EnergyScreen(desk)),
                    new ScreenKind(
                            "hall",
                            2,
                            WORDS.say("hall.title"),
                            WORDS.say("hall.label"),
                            Feather.WIND,
                            (desk, _) -> new HallScreen(desk)),
                    new ScreenKind(
                            "cloud",
                            2,
                            WORDS.say("cloud.title"),
                            WORDS.say("cloud.label"),
                            Feather.CLOUD,
                            (desk, _) -> new CloudScreen(desk)),
                    new ScreenKind(
                            "historian",
                            4,
                            WORDS.say("historian.title"),
                            WORDS.say("historian.label"),
                            Feather.DATABASE,
                            HistorianScreen::new),
                    new ScreenKind(
                            "bridge",
                            4,
                            WORDS.say("bridge.title"),
                            WORDS.say("bridge.label"),
                            Feather.SHARE_2,
                            (desk, _) -> new BridgeScreen(desk)),
                    new ScreenKind(
                            "brokers",
                            4,
                            WORDS.say("brokers.title"),
                            WORDS.say("brokers.label"),
                            Feather.SERVER,
                            (desk, _) -> new BrokersScreen(desk)),
                    new ScreenKind(
                            "status",
                            4,
                            WORDS.say("status.title"),
                            WORDS.say("status.label"),
                            Feather.ACTIVITY,
                            (desk, _) -> new StatusScreen(desk)),
                    new ScreenKind(
                            "faults",
                            4,
                            WORDS.say("faults.title"),
                            WORDS.say("faults.label"),
                            Feather.TOOL,
                            (desk, _) -> new FaultsScreen(desk)),
                    new ScreenKind(
                            "logs",
                            4,
                            WORDS.say("logs.title"),
                            WORDS.say("logs.label"),
                            Feather.FILE_TEXT,
                            (desk, _) -> new LogsScreen(desk)),
                    new ScreenKind(
                            "settings",
                            4,
                            WORDS.say("settings.title"),
                            WORDS.say("settings.label"),
                            Feather.SETTINGS,
                            SettingsScreen::new),
                    new ScreenKind(
                            "about",
                            4,
                            WORDS.say("about.title"),
                            WORDS.say("about.label"),
                            Feather.INFO,
                            (desk, _) -> new AboutScreen(desk)));

    private DeskScreens() {}
}
