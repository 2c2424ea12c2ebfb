package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Says which set is shown; a menu shows another one, saves what is shown, renames and deletes. The
 * menu and its lines are made when they are asked for. Threads: the screen's.
 */
final class TrendSetBar extends VBox {

    private static final Words WORDS = Words.of(TrendSetBar.class);

    private final TrendSetsModel model;
    private final Supplier<TrendSet> present;
    private final Consumer<TrendSet> show;
    private final Button button = new Button();

    /**
     * @param present what is shown now
     * @param show shows something else
     */
    TrendSetBar(TrendSetsModel model, Supplier<TrendSet> present, Consumer<TrendSet> show) {
        super(8);
        this.model = model;
        this.present = present;
        this.show = show;
        button.setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        button.getStyleClass().add("set-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setTooltip(new Tooltip(WORDS.say("set.tip")));
        button.setOnAction(_ -> {
            ContextMenu menu = new ContextMenu();
            menu.getItems().setAll(items());
            menu.show(button, Side.BOTTOM, 0, 4);
        });
        getChildren().add(button);
        refresh();
    }

    /** Shows which one is shown. */
    void refresh() {
        String title = model.title(present.get());
        if (!title.equals(button.getText())) {
            button.setText(title);
            button.setAccessibleText(WORDS.say("set.name", title));
        }
    }

    /** The name of the set that is shown; empty where it is none, or not as it was saved. */
    String shown() {
        return model.unchanged(present.get()).map(TrendSet::name).orElse("");
    }

    /** What the menu offers. */
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(heading("set.ready"));
        TrendSet.readyMade().forEach(it -> items.add(choice(it)));
        items.add(new SeparatorMenuItem());
        items.add(heading("set.own"));
        String mistake = model.mistake();
        List<TrendSet> saved = model.saved();
        if (saved.isEmpty()) {
            MenuItem none = new MenuItem(WORDS.say("set.no-own"));
            none.setDisable(true);
            items.add(none);
        }
        if (!mistake.isEmpty()) {
            tell(mistake, false);
        }
        saved.forEach(it -> items.add(choice(it)));
        items.add(new SeparatorMenuItem());
        items.add(act("set.save-as", this::askToSave));
        boolean own = model.isChosenSaved();
        MenuItem rename = act("set.rename", this::askToRename);
        MenuItem delete = act("set.delete", () -> tell(model.delete(), true));
        rename.setDisable(!own);
        delete.setDisable(!own);
        items.addAll(List.of(rename, delete));
        return items;
    }

    private static MenuItem heading(String key) {
        MenuItem heading = new MenuItem(WORDS.say(key));
        heading.getStyleClass().add("menu-heading");
        heading.setDisable(true);
        return heading;
    }

    private MenuItem choice(TrendSet set) {
        RadioMenuItem item = new RadioMenuItem(set.name());
        item.setMnemonicParsing(false);
        item.setSelected(model.chosen().filter(it -> it.name().equals(set.name())).isPresent());
        item.setOnAction(_ -> {
            tell("", false);
            model.choose(set);
            show.accept(set);
            refresh();
        });
        return item;
    }

    private MenuItem act(String key, Runnable act) {
        MenuItem item = new MenuItem(WORDS.say(key));
        item.setOnAction(_ -> act.run());
        return item;
    }

    private void askToSave() {
        String suggested =
                model.isChosenSaved() ? model.chosen().map(TrendSet::name).orElse("") : "";
        ask(
                suggested,
                WORDS.say("set.save"),
                model::refusal,
                it -> model.save(present.get().named(it)));
    }

    private void askToRename() {
        ask(
                model.chosen().map(TrendSet::name).orElse(""),
                WORDS.say("set.rename-to"),
                model::refusalToRename,
                model::rename);
    }

    /** Asks for a name in the place of what was told. */
    private void ask(
            String suggested,
            String word,
            Function<String, String> refusal,
            Function<String, String> act) {
        TextField name = new TextField(suggested);
        name.setPromptText(WORDS.say("set.prompt"));
        name.setAccessibleText(WORDS.say("set.prompt"));
        name.getStyleClass().add("filter-field");
        Button go = new Button(word);
        go.setMinWidth(Region.USE_PREF_SIZE);
        Button cancel = new Button(WORDS.say("set.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        Label wrong = note("");
        name.textProperty()
                .addListener((_, _, text) -> {
                    String refused = refusal.apply(text);
                    go.setDisable(!refused.isEmpty());
                    show(wrong, text.isBlank() ? "" : refused);
                });
        go.setDisable(!refusal.apply(suggested).isEmpty());
        name.setOnAction(_ -> go.fire());
        go.setOnAction(_ -> tell(act.apply(name.getText()), true));
        cancel.setOnAction(_ -> tell("", false));
        HBox buttons = new HBox(8, go, cancel);
        VBox question = new VBox(8, name, wrong, buttons);
        question.addEventHandler(
                KeyEvent.KEY_PRESSED,
                it -> {
                    if (it.getCode() == KeyCode.ESCAPE) {
                        cancel.fire();
                        it.consume();
                    }
                });
        getChildren().setAll(button, question);
        name.requestFocus();
        name.selectAll();
    }

    private static Label note(String text) {
        Label note = new Label();
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        show(note, text);
        return note;
    }

    private static void show(Label note, String text) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
        note.setManaged(!text.isEmpty());
    }

    /** Says what came of something, with a way back where there is one. */
    private void tell(String sentence, boolean focus) {
        if (sentence.isEmpty()) {
            model.settle();
            getChildren().setAll(button);
        } else {
            Label note = note(sentence);
            HBox.setHgrow(note, Priority.ALWAYS);
            note.setMaxWidth(Double.MAX_VALUE);
            HBox line = new HBox(8, note);
            line.setAlignment(Pos.CENTER_LEFT);
            if (model.canUndo()) {
                Button undo = new Button(WORDS.say("set.undo"));
                undo.setMinWidth(Region.USE_PREF_SIZE);
                undo.setOnAction(_ -> tell(model.undo(), true));
                line.getChildren().add(undo);
            }
            line.getChildren().add(dismiss());
            getChildren().setAll(button, line);
        }
        if (focus || sentence.isEmpty()) {
            button.requestFocus();
        }
        refresh();
    }

    private Button dismiss() {
        Button dismiss = new Button();
        dismiss.setGraphic(new FontIcon(Feather.X));
        dismiss.getStyleClass().add("bar-button");
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        dismiss.setAccessibleText(WORDS.say("set.dismiss"));
        dismiss.setTooltip(new Tooltip(WORDS.say("set.dismiss")));
        dismiss.setOnAction(_ -> tell("", false));
        return dismiss;
    }
}
