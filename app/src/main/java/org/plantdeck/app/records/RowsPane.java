package org.plantdeck.app.records;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.controls.GrowingTable;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The newest rows of one of the three tables, read again whenever its source has published, unless
 * somebody holds them still. Threads: the screen's.
 */
final class RowsPane implements AutoCloseable {

    private static final Words WORDS = Words.of(RowsPane.class);
    private static final double LINE = 28;
    private static final double PER_LETTER = 7.4;
    private static final double LEAST_COLUMN = 88;
    private static final int LONG_COLUMNS = 3;

    /** However fast the plant runs, nobody reads faster. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Desk desk;
    private final Panel panel = new Panel(WORDS.say("rows"));
    private final GrowingTable<List<String>> table = new GrowingTable<>();
    private final ToggleButton follow = new ToggleButton(WORDS.say("follow"));
    private final VBox content;
    private FactorySource source = FactorySource.LINE;
    private List<RowsModel.Column> columns = List.of();
    private boolean asking;
    private boolean read;
    private boolean closed;
    private long seen = -1;
    private Instant nextAt = Instant.MIN;

    RowsPane(Desk desk) {
        this.desk = desk;
        table.setFixedCellSize(LINE);
        table.getStyleClass().add("rows-table");
        table.setAccessibleText(WORDS.say("rows"));
        Label empty = new Label(WORDS.say("no-rows"));
        empty.getStyleClass().add("quiet");
        table.setPlaceholder(empty);
        VBox.setVgrow(table, Priority.ALWAYS);
        content = new VBox(8, choices(), table);
        panel.loading();
    }

    private HBox choices() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(8);
        for (FactorySource each : FactorySource.values()) {
            ToggleButton button =
                    new ToggleButton(
                            WORDS.say(
                                    "table-of",
                                    TagFacts.area(each.topic()),
                                    RowsModel.table(each)));
            button.setToggleGroup(group);
            button.setMnemonicParsing(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(each == source);
            button.setOnAction(_ -> {
                button.setSelected(true);
                choose(each);
            });
            row.getChildren().add(button);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        follow.setSelected(true);
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.setOnAction(_ -> seen = -1);
        row.getChildren().addAll(gap, follow);
        return row;
    }

    Panel panel() {
        return panel;
    }

    private void choose(FactorySource other) {
        source = other;
        seen = -1;
        table.getItems().clear();
        ask();
    }

    /** Reads again where there is something new. */
    void show(Snapshot now) {
        long count = now.count(source);
        boolean wanted = seen < 0 || (follow.isSelected() && count != seen);
        if (wanted && !asking && !now.now().isBefore(nextAt)) {
            seen = count;
            nextAt = now.now().plus(PACE);
            ask();
        }
    }

    private void ask() {
        asking = true;
        FactorySource of = source;
        var _ =
                desk.history()
                        .ask(it -> RowsModel.newest(it, of))
                        .whenComplete((rows, failure) ->
                                desk.door().event(() -> take(of, rows, failure)));
    }

    private void take(
            FactorySource of, RowsModel.@Nullable Rows rows, @Nullable Throwable failure) {
        asking = false;
        if (closed || of != source) {
            return;
        }
        read = true;
        if (rows == null) {
            panel.context("");
            panel.instead(TrendAsker.sentence(failure));
            return;
        }
        if (content.getParent() == null) {
            panel.content(content);
        }
        if (!rows.columns().equals(columns)) {
            columns = rows.columns();
            table.getColumns().setAll(columns.stream().map(this::column).toList());
        }
        if (!rows.rows().equals(table.getItems())) {
            table.getItems().setAll(rows.rows());
        }
        panel.context(RowsModel.context(source, rows));
    }

    private TableColumn<List<String>, String> column(RowsModel.Column of) {
        int at = columns.indexOf(of);
        TableColumn<List<String>, String> column = new TableColumn<>(of.title());
        column.setCellValueFactory(
                it -> new ReadOnlyStringWrapper(it.getValue().get(at)).getReadOnlyProperty());
        column.setCellFactory(_ -> new Cell(of.number()));
        column.setPrefWidth(Math.max(LEAST_COLUMN, 24 + PER_LETTER * of.title().length()));
        if (at == LONG_COLUMNS - 1) {
            column.setPrefWidth(230);
        }
        if (of.number()) {
            column.getStyleClass().add("number-column");
        }
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static final class Cell extends TableCell<List<String>, String> {

        Cell(boolean number) {
            setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
        }
    }

    /** Whether the first rows are there, or known not to be. */
    boolean isComplete() {
        return read;
    }

    @Override
    public void close() {
        closed = true;
    }
}
