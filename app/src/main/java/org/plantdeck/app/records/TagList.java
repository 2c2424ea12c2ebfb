package org.plantdeck.app.records;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.controls.GrowingList;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.records.TagListModel.Row;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every tag that can be shown, by area, with its newest value; a check mark shows it. Threads: the
 * screen's.
 */
final class TagList {

    private static final Words WORDS = Words.of(TagList.class);
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double LINE = 32;

    private final TagListModel model;
    private final Runnable changed;
    private final Panel panel = new Panel(WORDS.say("tags"));
    private final TextField filter = new TextField();
    private final GrowingList<Row> list = new GrowingList<>();
    private final Label note = new Label();
    private final List<TagCell> cells = new ArrayList<>();
    private Optional<Snapshot> now = Optional.empty();

    /**
     * @param above what stands above the list
     * @param changed called when a tag is shown or taken away
     */
    TagList(TagListModel model, Node above, Runnable changed) {
        this.model = model;
        this.changed = changed;
        filter.setPromptText(WORDS.say("filter"));
        filter.setAccessibleText(WORDS.say("filter"));
        filter.getStyleClass().add("filter-field");
        filter.textProperty().addListener((_, _, _) -> list());
        filter.setOnAction(_ -> list.requestFocus());
        list.setFixedCellSize(LINE);
        list.setAccessibleText(WORDS.say("tags"));
        list.getStyleClass().add("tag-list");
        list.setCellFactory(_ -> {
            TagCell cell = new TagCell();
            cells.add(cell);
            return cell;
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        Label empty = new Label(WORDS.say("no-tag"));
        empty.getStyleClass().add("quiet");
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        tell("");
        VBox.setVgrow(list, Priority.ALWAYS);
        panel.content(new VBox(8, above, filter, note, list));
        list();
    }

    Panel panel() {
        return panel;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            toggle(list.getSelectionModel().getSelectedItem());
            event.consume();
        }
    }

    private void toggle(@Nullable Row row) {
        if (row instanceof Row.Entry(TagFacts facts)) {
            boolean could = model.toggle(facts);
            tell(could ? "" : WORDS.say("most", Pens.MOST));
            refresh();
            changed.run();
        }
    }

    /** Says something above the list; empty for nothing. */
    void tell(String sentence) {
        note.setText(sentence);
        note.setVisible(!sentence.isEmpty());
        note.setManaged(!sentence.isEmpty());
    }

    /** Lists what the filter lets through. */
    void list() {
        list.getItems().setAll(model.rows(filter.getText()));
        refresh();
    }

    private void refresh() {
        panel.context(WORDS.say("of", model.chosen().size(), model.size()));
        cells.forEach(TagCell::refresh);
    }

    /** Shows the newest values. */
    void show(Snapshot snapshot) {
        now = Optional.of(snapshot);
        cells.forEach(TagCell::refresh);
    }

    private final class TagCell extends ListCell<Row> {

        private final CheckBox check = new CheckBox();
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox line;

        TagCell() {
            check.setFocusTraversable(false);
            check.setMouseTransparent(true);
            name.setMinWidth(0);
            name.getStyleClass().add("tag-name");
            value.setMinWidth(Region.USE_PREF_SIZE);
            value.getStyleClass().add("tag-value");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(6, check, name, gap, value);
            line.getStyleClass().add("tag-line");
            setPrefWidth(0);
            setOnMouseClicked(_ -> toggle(getItem()));
            TagDrag.from(
                    this,
                    () ->
                            getItem() instanceof Row.Entry(TagFacts facts)
                                    ? Optional.of(facts)
                                    : Optional.empty());
        }

        @Override
        protected void updateItem(@Nullable Row item, boolean empty) {
            super.updateItem(item, empty);
            refresh();
        }

        void refresh() {
            Row row = getItem();
            boolean heading = row instanceof Row.Heading;
            pseudoClassStateChanged(HEADING, heading);
            switch (row) {
                case Row.Heading(String area, int count) -> {
                    setGraphic(null);
                    setText(WORDS.say("heading", area, count));
                }
                case Row.Entry(TagFacts facts) -> show(facts);
                case null -> {
                    setGraphic(null);
                    setText(null);
                }
            }
        }

        private void show(TagFacts facts) {
            boolean chosen = model.isChosen(facts);
            check.setSelected(chosen);
            name.setText(facts.name());
            NewestValue newest = NewestValue.of(facts, now);
            value.setText(newest.words());
            value.pseudoClassStateChanged(STALE, newest.stale());
            setText(null);
            setGraphic(line);
            setAccessibleText(
                    WORDS.say(chosen ? "entry-shown" : "entry", facts.name(), newest.words()));
        }
    }
}
