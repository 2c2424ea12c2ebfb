package org.plantdeck.app.operate;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.commands.CommandEntry;
import org.plantdeck.app.controls.GrowingTable;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.function.Function;

/** The commands log as a table: when, who, what, what came of it. Threads: the screen's. */
public final class CommandLogTable extends GrowingTable<CommandEntry> {

    private static final Words WORDS = Words.of(CommandLogTable.class);

    /** An empty table. */
    public CommandLogTable() {
        getStyleClass().add("command-log");
        column(WORDS.say("log.time"), it -> Times.second(it.askedAt()), 74, 74);
        column(WORDS.say("log.who"), it -> it.command().by(), 52, 64);
        column(
                WORDS.say("log.what"),
                it -> it.plc().plcId() + " " + CommandWords.asked(it),
                76,
                120);
        column(WORDS.say("log.result"), CommandWords::outcome, 76, 300);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label empty = new Label(WORDS.say("log.empty"));
        empty.getStyleClass().add("quiet");
        empty.setWrapText(true);
        setPlaceholder(empty);
        setAccessibleText(WORDS.say("log.what"));
    }

    private void column(
            String title, Function<CommandEntry, String> text, double least, double width) {
        TableColumn<CommandEntry, String> column = new TableColumn<>(title);
        column.setCellValueFactory(it -> new ReadOnlyStringWrapper(text.apply(it.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setCellFactory(_ -> new ToldCell());
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
    }

    /** Shows entries, newest first. */
    public void show(List<CommandEntry> entries) {
        if (!entries.equals(getItems())) {
            getItems().setAll(entries);
        }
    }

    /** A cell that says the whole of its text to a pointer that rests on it. */
    private static final class ToldCell extends TableCell<CommandEntry, String> {

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null ? null : new Tooltip(text));
        }
    }
}
