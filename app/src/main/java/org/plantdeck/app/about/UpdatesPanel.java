package org.plantdeck.app.about;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.CopyLine;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.updates.UpdateState;
import org.plantdeck.app.updates.UpdateState.Answered;
import org.plantdeck.app.updates.UpdateState.Asking;
import org.plantdeck.app.updates.UpdateState.NotAsked;
import org.plantdeck.app.updates.UpdateState.Off;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.updates.UpdateAnswer;
import org.plantdeck.plantruntime.updates.UpdateAnswer.Newer;
import org.plantdeck.plantruntime.updates.UpdateAnswer.Unknown;
import org.plantdeck.plantruntime.updates.UpdateAnswer.UpToDate;
import org.plantdeck.plantruntime.updates.UpdateKeys;

import java.net.URI;
import java.util.List;

/** Whether there is a newer version, or how one would get to know. Threads: the screen's. */
final class UpdatesPanel implements AutoCloseable {

    private static final Words WORDS = Words.of(UpdatesPanel.class);

    private final Desk desk;
    private final VBox said = new VBox(8);
    private final Button act = new Button();
    private final Panel panel = new Panel(WORDS.say("updates"), new VBox(12, said, act));
    private final Runnable ear = this::showSoon;

    UpdatesPanel(Desk desk) {
        this.desk = desk;
        act.setMinWidth(Region.USE_PREF_SIZE);
        panel.setMinHeight(Region.USE_PREF_SIZE);
        desk.updates().listen(ear);
        show();
    }

    Panel node() {
        return panel;
    }

    private void showSoon() {
        desk.door().newest(this, this::show);
    }

    private void show() {
        UpdateState state = desk.updates().state();
        said.getChildren()
                .setAll(
                        switch (state) {
                            case Off _ -> List.of(line(WORDS.say("off", UpdateKeys.name())));
                            case NotAsked(URI url) -> lines(WORDS.say("not-asked"), url.toString());
                            case Asking(URI url) -> lines(WORDS.say("asking"), url.toString());
                            case Answered answered -> lines(answered);
                        });
        boolean asking = state instanceof Asking;
        if (state instanceof Off) {
            act.setText(WORDS.say("set"));
            act.setOnAction(_ -> desk.navigator().open("settings", List.of(UpdateKeys.name())));
        } else {
            act.setText(WORDS.say(asking ? "checking" : "check"));
            act.setOnAction(_ -> desk.updates().check());
        }
        act.setDisable(asking);
    }

    private static List<Node> lines(Answered answered) {
        String asked =
                WORDS.say("asked", Times.dayAndMinute(answered.at()), answered.url().toString());
        UpdateAnswer answer = answered.answer();
        return switch (answer) {
            case UpToDate(String version) -> lines(WORDS.say("up-to-date", version), asked);
            case Unknown(String sentence) ->
                    lines(sentence, WORDS.say("tried", Times.dayAndMinute(answered.at())));
            case Newer(String version, String where) when where.isEmpty() ->
                    lines(WORDS.say("newer", version), asked);
            case Newer(String version, String where) ->
                    List.of(
                            line(WORDS.say("newer", version)),
                            new CopyLine(WORDS.say("where"), where),
                            quiet(asked));
        };
    }

    private static List<Node> lines(String sentence, String quiet) {
        return List.of(line(sentence), quiet(quiet));
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label quiet(String text) {
        Label label = line(text);
        label.getStyleClass().add("quiet");
        return label;
    }

    @Override
    public void close() {
        desk.updates().forget(ear);
        desk.door().forget(this);
    }
}
