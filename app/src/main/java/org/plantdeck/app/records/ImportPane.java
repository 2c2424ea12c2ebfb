package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.ShareBar;
import org.plantdeck.app.door.Door;
import org.plantdeck.app.imports.ImportState;
import org.plantdeck.app.imports.Importer;
import org.plantdeck.app.words.Words;

import java.nio.file.Path;
import java.util.List;

/**
 * Asks which file to import, shows what it would come to and which lines cannot be read, how far it
 * has come and what came of it. An import goes on when the screen is left. Threads: the screen's.
 */
final class ImportPane extends VBox implements AutoCloseable {

    private static final Words WORDS = Words.of(ImportPane.class);
    private static final int DETAIL_LINES = 8;

    private final Door door;
    private final Importer importer;
    private final FileChoice choice;
    private final TextField file = new TextField();
    private final TextField topic = new TextField();
    private final CheckBox units = new CheckBox(WORDS.say("import.units"));
    private final CheckBox skipsUnknown = new CheckBox(WORDS.say("import.skip-unknown"));
    private final CheckBox skipsBad = new CheckBox(WORDS.say("import.skip-bad"));
    private final Button check = new Button(WORDS.say("import.check"));
    private final Button start = new Button(WORDS.say("import.start"));
    private final VBox question;
    private final Label words = new Label();
    private final ShareBar bar = new ShareBar(false);
    private final Button cancel = new Button(WORDS.say("import.cancel"));
    private final Button dismiss = new Button(WORDS.say("export.dismiss"));
    private final HBox progress;
    private final TextArea details = new TextArea();
    private final Runnable ear;

    /**
     * @param importer imports
     * @param choice asks for a file
     */
    ImportPane(Door door, Importer importer, FileChoice choice) {
        this.door = door;
        this.importer = importer;
        this.choice = choice;
        getStyleClass().addAll("panel", "export-pane");
        question = question();
        bar.setMinWidth(220);
        bar.setMaxWidth(220);
        cancel.setMinWidth(USE_PREF_SIZE);
        dismiss.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> importer.cancel());
        dismiss.setOnAction(_ -> importer.dismiss());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        progress = new HBox(12, words, bar, cancel, dismiss);
        progress.setAlignment(Pos.CENTER_LEFT);
        details.setEditable(false);
        details.setPrefRowCount(DETAIL_LINES);
        details.setAccessibleText(WORDS.say("import.details"));
        getChildren().addAll(question, progress, details);
        ear = () -> door.newest(this, this::showState);
        importer.listen(ear);
        open(false);
        showState();
    }

    private VBox question() {
        file.setAccessibleText(WORDS.say("import.where"));
        file.textProperty().addListener((_, _, _) -> look());
        file.setOnAction(_ -> check.fire());
        HBox.setHgrow(file, Priority.ALWAYS);
        topic.setPromptText(WORDS.say("import.topic-prompt"));
        Label from = new Label(WORDS.say("import.from"));
        from.setLabelFor(file);
        Label of = new Label(WORDS.say("import.topic"));
        of.setLabelFor(topic);
        Button browse = new Button(WORDS.say("export.browse"));
        browse.setOnAction(_ ->
                choice.choose(getScene().getWindow(), Path.of(System.getProperty("user.home", ".")))
                        .ifPresent(it -> file.setText(it.toString())));
        check.setOnAction(_ -> begin(true));
        start.setOnAction(_ -> begin(false));
        List.of(from, of, browse, check, start, units, skipsUnknown, skipsBad)
                .forEach(it -> it.setMinWidth(USE_PREF_SIZE));
        HBox which = new HBox(8, from, file, browse, check, start);
        which.setAlignment(Pos.CENTER_LEFT);
        HBox how = new HBox(16, of, topic, units, skipsUnknown, skipsBad);
        how.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, which, how);
    }

    /** Shows or hides the question. */
    void open(boolean wanted) {
        show(question, wanted);
        if (wanted) {
            file.requestFocus();
        }
        look();
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void begin(boolean looksOnly) {
        ExportModel.file(file.getText())
                .ifPresent(it ->
                        importer.start(
                                ImportModel.request(
                                        it.toAbsolutePath(),
                                        topic.getText(),
                                        units.isSelected(),
                                        skipsUnknown.isSelected(),
                                        skipsBad.isSelected()),
                                looksOnly));
    }

    private void look() {
        boolean running = importer.state() instanceof ImportState.Running;
        String refusal = ImportModel.refusal(file.getText());
        check.setDisable(running || !refusal.isEmpty());
        start.setDisable(running || !refusal.isEmpty());
        if (importer.state() instanceof ImportState.Idle) {
            words.setText(refusal);
            show(progress, question.isVisible() && !refusal.isEmpty());
        }
        show(this, question.isVisible() || progress.isVisible());
    }

    private void showState() {
        ImportState state = importer.state();
        boolean running = state instanceof ImportState.Running;
        words.setText(ImportModel.words(state));
        if (state instanceof ImportState.Running now) {
            bar.share(now.share());
        }
        List<String> said = ImportModel.details(state);
        details.setText(String.join("\n", said));
        show(details, !said.isEmpty());
        show(bar, running);
        show(cancel, running);
        boolean settled = !running && !(state instanceof ImportState.Idle);
        show(dismiss, settled);
        show(progress, running || settled);
        look();
    }

    @Override
    public void close() {
        importer.forget(ear);
        door.forget(this);
    }
}
