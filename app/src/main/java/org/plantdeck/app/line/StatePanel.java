package org.plantdeck.app.line;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.line.LineModel.StateNow;
import org.plantdeck.app.words.Words;
import org.plantdeck.plcsim.plc.PackState;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every state of PackML, the present one bright. Threads: the screen's. */
final class StatePanel {

    private static final Words WORDS = Words.of(StatePanel.class);
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final int COLUMNS = 3;

    /** As they follow each other when a line runs. */
    private static final List<PackState> ORDER =
            List.of(
                    PackState.IDLE,
                    PackState.STARTING,
                    PackState.EXECUTE,
                    PackState.COMPLETING,
                    PackState.COMPLETE,
                    PackState.HOLDING,
                    PackState.HELD,
                    PackState.UNHOLDING,
                    PackState.SUSPENDING,
                    PackState.SUSPENDED,
                    PackState.UNSUSPENDING,
                    PackState.RESETTING,
                    PackState.STOPPING,
                    PackState.STOPPED,
                    PackState.ABORTING,
                    PackState.ABORTED,
                    PackState.CLEARING);

    private final Panel panel = new Panel(WORDS.say("state"));
    private final Map<PackState, Label> boxes = new EnumMap<>(PackState.class);
    private final Label since = new Label();
    private final Label interlock = new Label();

    StatePanel() {
        TilePane grid = new TilePane();
        grid.getStyleClass().add("state-grid");
        grid.setPrefColumns(COLUMNS);
        for (PackState state : ORDER) {
            Label box = new Label(state.word());
            box.getStyleClass().add("pack-state");
            box.setMaxWidth(Double.MAX_VALUE);
            grid.getChildren().add(box);
            boxes.put(state, box);
        }
        since.getStyleClass().add("quiet");
        since.setWrapText(true);
        interlock.setWrapText(true);
        panel.content(new VBox(6, grid, since, interlock));
    }

    Panel panel() {
        return panel;
    }

    void show(StateNow now) {
        panel.context(now.context());
        boxes.forEach((state, box) ->
                box.pseudoClassStateChanged(HERE, now.state().filter(state::equals).isPresent()));
        since.setText(now.since());
        interlock.setText(now.interlock());
    }
}
