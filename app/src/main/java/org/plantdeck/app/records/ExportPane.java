package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.ShareBar;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.export.ExportState;
import org.plantdeck.app.words.Words;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks what to export and where to, shows how far it has come and what came of it. An export goes
 * on when the screen is left. Threads: the screen's.
 */
final class ExportPane extends VBox implements AutoCloseable {

    private static final Words WORDS = Words.of(ExportPane.class);

    private final Desk desk;
    private final TrendPane trend;
    private final FileChoice choice;
    private final ToggleButton allTags = new ToggleButton(WORDS.say("export.all-tags"));
    private final ToggleButton everything = new ToggleButton(WORDS.say("export.everything"));
    private final TextField file = new TextField();
    private final Button start = new Button(WORDS.say("export.start"));
    private final Button instead = new Button(WORDS.say("import"));
    private final HBox question;
    private final Label words = new Label();
    private final ShareBar bar = new ShareBar(false);
    private final Button cancel = new Button(WORDS.say("export.cancel"));
    private final Button dismiss = new Button(WORDS.say("export.dismiss"));
    private final HBox progress;
    private final Runnable ear;

    /**
     * @param choice asks for a file
     */
    ExportPane(Desk desk, TrendPane trend, FileChoice choice) {
        this.desk = desk;
        this.trend = trend;
        this.choice = choice;
        getStyleClass().addAll("panel", "export-pane");
        file.setAccessibleText(WORDS.say("export.where"));
        file.textProperty().addListener((_, _, _) -> check());
        file.setOnAction(_ -> start.fire());
        HBox.setHgrow(file, Priority.ALWAYS);
        Button browse = new Button(WORDS.say("export.browse"));
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setOnAction(_ -> browse());
        start.setMinWidth(USE_PREF_SIZE);
        start.setOnAction(_ -> start());
        Label to = new Label(WORDS.say("export.to"));
        to.setMinWidth(USE_PREF_SIZE);
        to.setLabelFor(file);
        question = new HBox(8);
        question.setAlignment(Pos.CENTER_LEFT);
        question.getChildren().addAll(pair("export.shown-tags", allTags));
        question.getChildren().addAll(pair("export.in-view", everything));
        instead.setMinWidth(USE_PREF_SIZE);
        question.getChildren().addAll(to, file, browse, start);
        bar.setMinWidth(220);
        bar.setMaxWidth(220);
        cancel.setMinWidth(USE_PREF_SIZE);
        dismiss.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> desk.exporter().cancel());
        dismiss.setOnAction(_ -> desk.exporter().dismiss());
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        progress = new HBox(12, words, bar, cancel, dismiss);
        progress.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(question, progress);
        ear = () -> desk.door().newest(this, this::showState);
        desk.exporter().listen(ear);
        open(false);
        showState();
    }

    /** Two buttons of which one holds; the first does at first. */
    private List<ToggleButton> pair(String one, ToggleButton other) {
        ToggleButton first = new ToggleButton(WORDS.say(one));
        ToggleGroup group = new ToggleGroup();
        for (ToggleButton each : List.of(first, other)) {
            each.setToggleGroup(group);
            each.setMinWidth(Region.USE_PREF_SIZE);
            each.setOnAction(_ -> {
                each.setSelected(true);
                check();
            });
        }
        first.setSelected(true);
        return List.of(first, other);
    }

    /** Shows or hides the question. */
    void open(boolean wanted) {
        show(question, wanted);
        if (wanted && file.getText().isBlank()) {
            Path home = Path.of(System.getProperty("user.home", "."));
            Supplier<Path> suggested =
                    () -> ExportModel.suggestion(home, desk.session().wallClock().instant());
            file.setText(suggested.get().toString());
        }
        if (wanted) {
            file.requestFocus();
        }
        check();
    }

    /** Has somebody asked what to import, where that is wanted instead. */
    void onImport(Runnable asks) {
        question.getChildren().add(instead);
        instead.setOnAction(_ -> {
            open(false);
            asks.run();
        });
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void browse() {
        Path suggested =
                ExportModel.file(file.getText())
                        .orElseGet(() ->
                                ExportModel.suggestion(
                                        Path.of(System.getProperty("user.home", ".")),
                                        desk.session().wallClock().instant()));
        choice.choose(getScene().getWindow(), suggested)
                .ifPresent(it -> file.setText(it.toString()));
    }

    private void start() {
        ExportModel.file(file.getText())
                .ifPresent(it ->
                        desk.exporter()
                                .start(
                                        ExportModel.request(
                                                trend.shownTags(),
                                                trend.view().grid(),
                                                allTags.isSelected(),
                                                everything.isSelected()),
                                        it.toAbsolutePath()));
    }

    private void check() {
        boolean running = desk.exporter().state() instanceof ExportState.Running;
        String refusal =
                ExportModel.refusal(file.getText(), trend.shownTags(), allTags.isSelected());
        start.setDisable(running || !refusal.isEmpty());
        if (desk.exporter().state() instanceof ExportState.Idle) {
            words.setText(refusal);
            show(progress, question.isVisible() && !refusal.isEmpty());
        }
        boolean any = question.isVisible() || progress.isVisible();
        show(this, any);
    }

    private void showState() {
        ExportState state = desk.exporter().state();
        boolean running = state instanceof ExportState.Running;
        words.setText(ExportModel.words(state));
        if (state instanceof ExportState.Running now) {
            bar.share(now.share());
        }
        show(bar, running);
        show(cancel, running);
        boolean settled = !running && !(state instanceof ExportState.Idle);
        show(dismiss, settled);
        show(progress, running || settled);
        check();
    }

    /** Looks again whether there is something to export. */
    void refresh() {
        check();
    }

    @Override
    public void close() {
        desk.exporter().forget(ear);
        desk.door().forget(this);
    }
}
