package org.plantdeck.app.energy;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.StackedFigure;
import org.plantdeck.app.controls.StateBox;
import org.plantdeck.app.controls.TrendedIndicator;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.Choice;
import org.plantdeck.app.operate.TwoSteps;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Tag;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;

/** The compressor: pressure of its receiver, state, how much it has to do, and its mode. */
final class AirPanel implements AutoCloseable {

    static final Tag PRESSURE = EnergyTags.tag("compressor.pressure");

    private static final Words WORDS = Words.of(AirPanel.class);

    private final Desk desk;
    private final Panel panel = new Panel(WORDS.say("air.title"));
    private final TrendedIndicator pressure;
    private final StateBox state = new StateBox();
    private final StackedFigure share = new StackedFigure(WORDS.say("air.share"));
    private final StackedFigure flow = new StackedFigure(WORDS.say("air.flow"));
    private final TwoSteps steps;
    private final VBox content;
    private Leaves newest = Leaves.builder().build();

    AirPanel(Desk desk, LiveTrends trends) {
        this.desk = desk;
        pressure = new TrendedIndicator(PRESSURE, "", trends.of(PRESSURE));
        steps = new TwoSteps(desk, FactorySource.ENERGY, Set.of("compressor_mode"));
        Choice mode =
                new Choice(
                        WORDS.say("air.mode"),
                        EnergyProposals.COMPRESSOR_MODES,
                        it -> EnergyProposals.compressorMode(newest, it),
                        steps);
        Arrangement.givesWay(mode, steps);
        HBox.setHgrow(pressure, Priority.ALWAYS);
        HBox picture = new HBox(12, pressure, new VBox(6, state, share, flow, mode));
        Arrangement.takesTheRest(picture);
        content = new VBox(6, picture, steps);
        panel.loading();
    }

    Node node() {
        return panel;
    }

    /** The first reading has arrived. */
    void begin() {
        panel.content(content);
    }

    void show(Snapshot now, EnergyModel model, Leaves values, Instant until) {
        newest = values;
        Arrangement.context(panel, now.freshness(FactorySource.ENERGY), model.air());
        Shown shown = now.shown(PRESSURE);
        pressure.show(shown, desk.alarms().priority(PRESSURE), OptionalDouble.empty(), until);
        StateBox.Fill fill = model.compressorRuns() ? StateBox.Fill.BRIGHT : StateBox.Fill.DARK;
        state.show(model.compressor(), shown.freshness().isStale() ? StateBox.Fill.STALE : fill);
        share.show(now.shown(EnergyTags.tag("compressor.load_share")));
        flow.show(now.shown(EnergyTags.tag("compressor.air_flow")));
        steps.refresh();
    }

    @Override
    public void close() {
        steps.close();
    }
}
