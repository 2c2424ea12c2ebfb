package org.plantdeck.app.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.settings.SettingsModel.Row;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.SettingLine;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** One setting, and what it is to be. Threads: the screen's. */
final class SettingForm extends VBox {

    private static final Words WORDS = Words.of(SettingForm.class);

    private final Acts acts;
    private final BiFunction<Setting<?>, String, Optional<String>> refusal;
    private final Label key = new Label();
    private final Label meaning = new Label();
    private final Label facts = new Label();
    private final Label source = new Label();
    private final TextField plain = new TextField();
    private final PasswordField hidden = new PasswordField();
    private final Label note = new Label();
    private final Button save = new Button(WORDS.say("save"));
    private final Button reset = new Button(WORDS.say("reset"));
    private Optional<Row> shown = Optional.empty();

    /** What somebody wants. */
    interface Acts {
        void set(Setting<?> setting, String value);

        void reset(Setting<?> setting);
    }

    /**
     * @param refusal says why a text cannot be a value; empty where it can
     */
    SettingForm(Acts acts, BiFunction<Setting<?>, String, Optional<String>> refusal) {
        super(10);
        this.acts = acts;
        this.refusal = refusal;
        key.getStyleClass().add("fault-title");
        facts.getStyleClass().add("quiet");
        source.getStyleClass().add("quiet");
        note.getStyleClass().add("note");
        for (Label each : List.of(key, meaning, facts, source, note)) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        for (TextField each : List.of(plain, hidden)) {
            each.getStyleClass().add("setting-field");
            each.textProperty().addListener((_, _, _) -> check());
            each.setOnAction(_ -> save.fire());
            each.setAccessibleText(WORDS.say("value"));
        }
        hidden.setPromptText(WORDS.say("secret-prompt"));
        button(save, this::save);
        button(reset, () -> line().ifPresent(it -> acts.reset(it.setting())));
        Label title = new Label(WORDS.say("value"));
        title.getStyleClass().add("figure-name");
        title.setLabelFor(plain);
        VBox field = new VBox(3, title, plain, hidden, note);
        getChildren().addAll(key, meaning, facts, source, field, new HBox(8, save, reset));
    }

    private static void button(Button button, Runnable act) {
        button.getStyleClass().add("command-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
    }

    private Optional<SettingLine> line() {
        return shown.map(Row::line);
    }

    /** Shows a setting; what somebody types stays while the setting stays as it is. */
    void show(Row row) {
        if (shown.filter(row::equals).isPresent()) {
            return;
        }
        shown = Optional.of(row);
        SettingLine its = row.line();
        key.setText(row.key());
        meaning.setText(its.setting().meaning() + ".");
        facts.setText(SettingsModel.facts(its));
        source.setText(SettingsModel.source(its));
        boolean secret = its.setting().kind().isSecret();
        visible(plain, !secret);
        visible(hidden, secret);
        hidden.clear();
        plain.setText(SettingsModel.editable(its));
        reset.setDisable(!its.isInFile());
        check();
    }

    private static void visible(Region node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    /** Puts the keys into the field. */
    void edit() {
        TextField field = field();
        field.requestFocus();
        field.selectAll();
    }

    private TextField field() {
        return hidden.isVisible() ? hidden : plain;
    }

    private void check() {
        line().ifPresent(it -> {
            String text = field().getText();
            boolean untouched = text.equals(SettingsModel.editable(it));
            Optional<String> wrong =
                    untouched ? Optional.empty() : refusal.apply(it.setting(), text);
            note.setText(wrong.orElse(untouched ? "" : WORDS.say("can-be-saved")));
            field().setAccessibleHelp(note.getText());
            boolean saysNothingNew = untouched && it.isInFile();
            save.setDisable(saysNothingNew || refusal.apply(it.setting(), text).isPresent());
        });
    }

    private void save() {
        line().ifPresent(it -> acts.set(it.setting(), field().getText()));
    }
}
