package org.plantdeck.app.welcome;

import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.plantdeck.app.look.Look;
import org.plantdeck.app.parts.PartWords;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.PartGroup;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PartState;

import java.util.LinkedHashMap;
import java.util.Map;

/** How far the parts have come, until the desk is there. Threads: the screen's. */
public final class StartPane extends VBox {

    private static final Words WORDS = Words.of(StartPane.class);
    private static final int MARK = 128;
    private static final double WIDTH = 320;

    private final Label message = new Label(WORDS.say("starting"));
    private final ProgressBar progress = new ProgressBar(0);
    private final GridPane parts = new GridPane();

    private final Map<PartName, Label> states = new LinkedHashMap<>();

    /** Before the parts are known. */
    public StartPane() {
        super(20);
        getStyleClass().add("start-pane");
        message.getStyleClass().add("welcome-title");
        progress.setPrefWidth(WIDTH);
        progress.setAccessibleText(WORDS.say("progress"));
        parts.setHgap(24);
        parts.setVgap(4);
        parts.setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(new ImageView(Look.icon(MARK)), message, progress, parts);
    }

    /** Follows parts for as long as it is seen. */
    public void follow(PartGroup group) {
        states.clear();
        parts.getChildren().clear();
        for (PartName name : group.names()) {
            Label state = new Label();
            state.setMinWidth(WIDTH / 3);
            states.put(name, state);
            Label title = new Label(PartWords.name(name.component()));
            title.setMinWidth(WIDTH / 2);
            parts.addRow(states.size(), title, state);
        }
        AnimationTimer looks =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        look(group);
                        if (getScene() == null || getScene().getRoot() != StartPane.this) {
                            stop();
                        }
                    }
                };
        look(group);
        looks.start();
    }

    private void look(PartGroup group) {
        long running = 0;
        for (Map.Entry<PartName, Label> each : states.entrySet()) {
            PartState state = group.state(each.getKey());
            each.getValue().setText(WORDS.say("state-" + state));
            if (state == PartState.RUNNING) {
                running++;
            }
        }
        progress.setProgress(states.isEmpty() ? 1 : (double) running / states.size());
    }
}
