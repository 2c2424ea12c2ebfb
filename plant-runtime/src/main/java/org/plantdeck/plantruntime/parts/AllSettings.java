package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.settings.Catalogue;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.updates.UpdateKeys;

import java.util.ArrayList;
import java.util.List;

/** The settings of PlantDeck: the one place that knows them all. */
public final class AllSettings {

    private AllSettings() {}

    /** Every setting, in the order they are shown. */
    public static Catalogue catalogue() {
        List<Setting<?>> all = new ArrayList<>();
        all.addAll(BrokerKeys.LOCAL.all());
        all.addAll(BrokerKeys.CLOUD.all());
        PlcKeys.ALL.forEach(plc -> all.addAll(plc.all()));
        all.addAll(HistorianKeys.all());
        all.addAll(BridgeKeys.all());
        all.addAll(AnalyticsKeys.all());
        all.addAll(SimulationKeys.all());
        all.addAll(PhysicsKeys.all());
        all.addAll(DesktopKeys.all());
        all.addAll(LinkKeys.all());
        all.addAll(LogKeys.all());
        all.addAll(UpdateKeys.all());
        return new Catalogue(all);
    }
}
