package org.plantdeck.app.controls;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.text.Collator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Rows that are read again and again, sorted by the column somebody chooses; the row that is
 * selected stays selected. Threads: the screen's.
 *
 * @param <R> a row
 */
public final class FiguresTable<R> extends GrowingTable<R> {

    private final Function<R, String> name;
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final Label empty = new Label();
    private Consumer<Optional<R>> chosen = _ -> {};
    private Optional<String> selected = Optional.empty();
    private boolean filling;

    /**
     * Has the order of letters read, by which the toolkit sorts texts, before the first table needs
     * it on the screen's thread. Threads: any.
     */
    public static void prepare() {
        var _ = Collator.getInstance();
    }

    /**
     * @param title for a screen reader
     * @param name what makes a row the same one, on the screen in the first column
     */
    public FiguresTable(String title, String firstColumn, double width, Function<R, String> name) {
        this.name = name;
        SortedList<R> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getStyleClass().add("figures-table");
        setAccessibleText(title);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setMinSize(0, 0);
        empty.getStyleClass().add("quiet");
        empty.setWrapText(true);
        setPlaceholder(empty);
        TableColumn<R, String> first = column(firstColumn, width, name, Function.identity());
        getSortOrder().add(first);
        getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, row) -> {
                    if (!filling) {
                        selected = Optional.ofNullable(row).map(name);
                        chosen.accept(selected());
                    }
                });
    }

    /** Adds a column of texts. */
    public void text(String title, double width, Function<R, String> value) {
        var _ = column(title, width, value, Function.identity());
    }

    /** Adds a column of values that are sorted by what they are, not by their words. */
    public <C extends Comparable<C>> void value(
            String title, double width, Function<R, C> value, Function<C, String> words) {
        var _ = column(title, width, value, words);
    }

    /** Adds a column of numbers, sorted as such. */
    public <C extends Comparable<C>> void number(
            String title, double width, Function<R, C> value, Function<C, String> words) {
        TableColumn<R, C> column = column(title, width, value, words);
        column.getStyleClass().add("right-column");
        column.setSortType(TableColumn.SortType.DESCENDING);
    }

    private <C extends Comparable<C>> TableColumn<R, C> column(
            String title, double width, Function<R, C> value, Function<C, String> words) {
        TableColumn<R, C> column = new TableColumn<>(title);
        column.setCellValueFactory(it -> new ReadOnlyObjectWrapper<>(value.apply(it.getValue())));
        column.setCellFactory(_ -> new WordCell<>(words));
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    private static final class WordCell<R, C> extends TableCell<R, C> {

        private final Function<C, String> words;

        WordCell(Function<C, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable C value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : words.apply(value));
        }
    }

    /** Has somebody hear which row is selected. */
    public void listen(Consumer<Optional<R>> listener) {
        chosen = listener;
    }

    /** What stands where there are no rows. */
    public void whenEmpty(String sentence) {
        empty.setText(sentence);
    }

    /** Shows rows; what is selected stays so while it is there. */
    public void show(List<R> next) {
        if (next.equals(rows)) {
            return;
        }
        filling = true;
        rows.setAll(next);
        Optional<R> again = selected();
        if (again.isPresent()) {
            getSelectionModel().select(again.get());
        } else {
            getSelectionModel().clearSelection();
        }
        filling = false;
        chosen.accept(again);
    }

    /** The row that is selected. */
    public Optional<R> selected() {
        return rows.stream()
                .filter(it -> selected.filter(name.apply(it)::equals).isPresent())
                .findFirst();
    }
}
