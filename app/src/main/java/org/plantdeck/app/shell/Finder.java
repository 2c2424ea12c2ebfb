package org.plantdeck.app.shell;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Stage;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds screens and tags by any of their words; a tag opens its trend. Threads: the screen's. */
final class Finder {

    /** The screen that shows the trend of a tag. */
    static final String TREND_SCREEN = "historian";

    private static final Words WORDS = Words.of(Finder.class);
    private static final int MOST = 40;

    private final Desk desk;
    private final List<Found> all = new ArrayList<>();
    private final TextField wanted = new TextField();
    private final ListView<Found> list = new ListView<>();
    private final Popup popup = new Popup();

    /** Something that can be opened. */
    private record Found(String text, String screen, List<String> arguments) {}

    Finder(Desk desk, List<ScreenKind> kinds) {
        this.desk = desk;
        kinds.forEach(it ->
                all.add(
                        new Found(
                                WORDS.say("found-screen", it.title(), it.level()),
                                it.word(),
                                List.of())));
        if (kinds.stream().anyMatch(it -> it.word().equals(TREND_SCREEN))) {
            Arrays.stream(FactorySource.values())
                    .flatMap(it -> FactoryTags.all(it).stream())
                    .forEach(it -> all.add(new Found(text(it), TREND_SCREEN, List.of(it.name()))));
        }
        wanted.setPromptText(WORDS.say("search"));
        wanted.setAccessibleText(WORDS.say("search"));
        wanted.textProperty().addListener((_, _, _) -> filter());
        wanted.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setCellFactory(_ ->
                new ListCell<>() {
                    @Override
                    protected void updateItem(Found item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty ? "" : item.text());
                    }
                });
        list.setPrefHeight(420);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> choose());
        VBox box = new VBox(wanted, list);
        box.getStyleClass().add("search-box");
        box.setPrefWidth(620);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        filter();
    }

    private static String text(Tag tag) {
        return WORDS.say("found-tag", tag.description(), tag.name());
    }

    void show(Stage owner) {
        popup.show(
                owner, owner.getX() + Math.max(0, (owner.getWidth() - 620) / 2), owner.getY() + 90);
        wanted.requestFocus();
    }

    private void filter() {
        String[] parts = wanted.getText().toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        list.getItems()
                .setAll(
                        all.stream()
                                .filter(it -> hasAll(it.text().toLowerCase(Locale.ROOT), parts))
                                .limit(MOST)
                                .toList());
        list.getSelectionModel().selectFirst();
    }

    private static boolean hasAll(String text, String[] parts) {
        return Arrays.stream(parts).allMatch(text::contains);
    }

    private void pressed(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().select(Math.max(at - 1, 0));
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            popup.hide();
        } else {
            return;
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        event.consume();
    }

    private void choose() {
        Found found = list.getSelectionModel().getSelectedItem();
        if (found != null) {
            popup.hide();
            desk.navigator().open(found.screen(), found.arguments());
        }
    }
}
