package org.plantdeck.app.faults;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.Confirmation;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.plcsim.runner.PlantPart;
import org.plantdeck.plcsim.runner.PlantProgress;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Starts and ends faults of the plant, where the plant runs in this process. Level 4. Threads: the
 * screen's.
 */
public final class FaultsScreen implements Screen {

    private static final Words WORDS = Words.of(FaultsScreen.class);

    private final Desk desk;
    private final GridPane node = new GridPane();
    private final FaultForm form = new FaultForm(this::proposeStart);
    private final KindList kinds = new KindList(form::choose);
    private final FaultTable table = new FaultTable(this::proposeEnd);
    private final Confirmation confirmation = new Confirmation(WORDS.say("at-first"));
    private final Panel start = new Panel(WORDS.say("start-panel"));
    private final Panel active = new Panel(WORDS.say("active-panel"));
    private final VBox starting;
    private final ScrollArea acting = new ScrollArea(table);
    private final LiveSubscription subscription;
    private String absence = "";
    private boolean closed;

    /** Opens it. */
    public FaultsScreen(Desk desk) {
        this.desk = desk;
        node.getStyleClass().add("screen-grid");
        for (double share : new double[] {26, 74}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            node.getColumnConstraints().add(column);
        }
        RowConstraints upper = new RowConstraints();
        upper.setMinHeight(Region.USE_PREF_SIZE);
        RowConstraints lower = new RowConstraints();
        lower.setVgrow(Priority.ALWAYS);
        node.getRowConstraints().addAll(upper, lower);
        confirmation.setMinHeight(Region.USE_PREF_SIZE);
        starting = new VBox(10, form, confirmation);
        acting.setFitToWidth(true);
        acting.setFocusTraversable(false);
        start.content(starting);
        active.content(acting);
        node.add(new Panel(WORDS.say("kinds"), kinds), 0, 0, 1, 2);
        node.add(start, 1, 0);
        node.add(active, 1, 1);
        subscription = desk.live().open(EnumSet.of(Feed.FACTORY_STATUS), new LiveListener() {});
    }

    private void proposeStart(Fault fault) {
        confirmation.propose(
                FaultsModel.consequence(fault),
                WORDS.say("start"),
                () ->
                        ask(
                                it -> it.inject(fault),
                                WORDS.say("starting", FaultsModel.name(fault.kind())),
                                WORDS.say("started", FaultsModel.name(fault.kind()))));
    }

    private void proposeEnd(FaultKind kind) {
        String name = FaultsModel.name(kind);
        confirmation.propose(
                WORDS.say(kind.onSensor() ? "end-sensor-consequence" : "end-consequence", name),
                WORDS.say("end"),
                () -> ask(it -> it.end(kind), WORDS.say("ending", name), WORDS.say("ended", name)));
    }

    private void ask(Function<PlantPart, CompletableFuture<Void>> act, String under, String done) {
        Optional<PlantPart> plant = desk.session().parts().plant();
        if (plant.isEmpty()) {
            confirmation.tell(WORDS.say("stopped"));
            return;
        }
        confirmation.tell(under);
        try {
            var _ =
                    act.apply(plant.get())
                            .whenComplete((_, failure) ->
                                    desk.door().event(() -> settled(done, failure)));
        } catch (IllegalStateException ended) {
            confirmation.tell(WORDS.say("failed", String.valueOf(ended.getMessage())));
        }
    }

    private void settled(String done, @Nullable Throwable failure) {
        if (!closed) {
            confirmation.tell(
                    failure == null
                            ? done
                            : WORDS.say("failed", String.valueOf(failure.getMessage())));
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot now) {
        Optional<PlantPart> plant = desk.session().parts().plant();
        showAbsence(plant.isPresent() ? "" : absence());
        Instant plantNow =
                plant.flatMap(PlantPart::progress)
                        .map(PlantProgress::simulatedTime)
                        .or(() -> now.clock().now())
                        .orElse(now.now());
        List<FaultsModel.Line> lines =
                FaultsModel.lines(plant.map(PlantPart::faults).orElse(List.of()), plantNow);
        kinds.show(lines);
        table.show(lines);
        active.context(plant.isPresent() ? FaultsModel.context(lines) : FaultsModel.elsewhere(now));
    }

    /** Why no fault can be started here, and where one can. */
    private String absence() {
        return desk.session().parts().names().contains(PartName.PLANT)
                ? WORDS.say("stopped")
                : WORDS.say("elsewhere");
    }

    private void showAbsence(String sentence) {
        if (sentence.equals(absence)) {
            return;
        }
        absence = sentence;
        if (sentence.isEmpty()) {
            start.content(starting);
            active.content(acting);
        } else {
            start.instead(sentence);
            active.instead(WORDS.say("no-list"));
        }
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }
}
