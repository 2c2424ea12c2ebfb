package org.plantdeck.app.energy;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.StackedFigure;
import org.plantdeck.app.controls.TrendedIndicator;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.Choice;
import org.plantdeck.app.operate.TwoSteps;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Tag;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The capacitor bank, the power factor it holds, and its commands. */
final class BankPanel implements AutoCloseable {

    static final Tag POWER_FACTOR = EnergyTags.tag("power_factor");

    private static final Words WORDS = Words.of(BankPanel.class);
    private static final Tag STAGES = EnergyTags.tag("capacitor.stages");
    private static final List<String> STAGE_WORDS =
            IntStream.rangeClosed(0, Compensation.STAGES)
                    .mapToObj(it -> WORDS.say("stages." + it))
                    .toList();

    private final Desk desk;
    private final Panel panel = new Panel(WORDS.say("bank.title"));
    private final CapacitorDrawing drawing = new CapacitorDrawing();
    private final TrendedIndicator factor;
    private final StackedFigure setpoint = new StackedFigure(WORDS.say("bank.setpoint"));
    private final StackedFigure given = new StackedFigure(WORDS.say("bank.given"));
    private final StackedFigure needed = new StackedFigure(WORDS.say("bank.needed"));
    private final Label saving = Arrangement.sentence("quiet");
    private final Label byHand = Arrangement.sentence("note");
    private final TwoSteps steps;
    private final Choice stages;
    private final VBox content;
    private Leaves newest = Leaves.builder().build();

    BankPanel(Desk desk, LiveTrends trends) {
        this.desk = desk;
        factor =
                new TrendedIndicator(
                        POWER_FACTOR, WORDS.say("power-factor"), trends.of(POWER_FACTOR));
        steps =
                new TwoSteps(
                        desk, FactorySource.ENERGY, Set.of("capacitor_mode", "capacitor_stages"));
        Choice mode =
                new Choice(
                        WORDS.say("bank.mode"),
                        EnergyProposals.BANK_MODES,
                        it -> EnergyProposals.bankMode(newest, it),
                        steps);
        stages =
                new Choice(
                        WORDS.say("bank.stages"),
                        STAGE_WORDS,
                        it -> EnergyProposals.stages(newest, STAGE_WORDS.indexOf(it)),
                        steps);
        byHand.setText(WORDS.say("stages.not-by-hand"));
        HBox buttons = new HBox(8, mode, stages, byHand);
        buttons.getStyleClass().add("energy-buttons");
        Arrangement.givesWay(buttons, steps);
        Arrangement.givesWay(saving, steps);
        content = new VBox(4, picture(), figures(), buttons, saving, steps);
        panel.loading();
    }

    private HBox picture() {
        HBox.setHgrow(drawing, Priority.ALWAYS);
        HBox.setHgrow(factor, Priority.ALWAYS);
        drawing.setPrefWidth(140);
        factor.setPrefWidth(150);
        HBox picture = new HBox(8, drawing, factor);
        Arrangement.takesTheRest(picture);
        return picture;
    }

    private HBox figures() {
        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(setpoint, left, given, right, needed);
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
        Arrangement.context(panel, now.freshness(FactorySource.ENERGY), model.bank());
        drawing.show(now.shown(STAGES));
        factor.show(
                now.shown(POWER_FACTOR),
                desk.alarms().priority(POWER_FACTOR),
                values.number("capacitor.setpoint"),
                until);
        setpoint.show(now.shown(EnergyTags.tag("capacitor.setpoint")));
        given.show(now.shown(EnergyTags.tag("capacitor.power")));
        needed.show(now.shown(EnergyTags.tag("capacitor.needed")));
        saving.setText(model.saving());
        Arrangement.visible(stages, model.stagesByHand());
        Arrangement.visible(byHand, !model.stagesByHand());
        steps.refresh();
    }

    @Override
    public void close() {
        steps.close();
    }
}
