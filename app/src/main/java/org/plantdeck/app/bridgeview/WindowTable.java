package org.plantdeck.app.bridgeview;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

import org.plantdeck.app.bridgeview.BridgeModel.Line;
import org.plantdeck.app.controls.GrowingTable;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** The newest windows; the one that is chosen stays chosen. Threads: the screen's. */
final class WindowTable extends GrowingTable<Line> {

    private static final Words WORDS = Words.of(WindowTable.class);

    private OptionalLong chosen = OptionalLong.empty();
    private boolean filling;

    /**
     * @param choose hears the position of a window somebody chooses
     */
    WindowTable(LongConsumer choose) {
        getStyleClass().add("window-table");
        column(WORDS.say("table.number"), Line::number, 66, true);
        column(WORDS.say("table.interval"), Line::interval, 148, false);
        column(WORDS.say("table.readings"), Line::readings, 100, false);
        column(WORDS.say("table.sent"), Line::sent, 72, false);
        column(WORDS.say("table.delay"), Line::delay, 74, true);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(WORDS.say("windows.title"));
        setMinSize(0, 0);
        getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, line) -> {
                    if (!filling && line != null) {
                        chosen = OptionalLong.of(line.position());
                        choose.accept(line.position());
                    }
                });
    }

    private void column(String title, Function<Line, String> text, double width, boolean right) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setCellValueFactory(it -> new ReadOnlyStringWrapper(text.apply(it.getValue())));
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (right) {
            column.getStyleClass().add("right-column");
        }
        getColumns().add(column);
    }

    /** Shows windows, newest first. */
    void show(List<Line> lines) {
        if (lines.equals(getItems())) {
            return;
        }
        filling = true;
        getItems().setAll(lines);
        getSelectionModel().clearSelection();
        for (int i = 0; i < lines.size(); i++) {
            if (chosen.isPresent() && lines.get(i).position() == chosen.getAsLong()) {
                getSelectionModel().select(i);
            }
        }
        filling = false;
    }

    /** Chooses none. */
    void follow() {
        chosen = OptionalLong.empty();
        getSelectionModel().clearSelection();
    }
}
