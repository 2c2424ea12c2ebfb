package org.plantdeck.app.logs;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.plantdeck.app.controls.WrappedCell;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.logging.LogLevel;
import org.plantdeck.plantruntime.logging.LoggedEvent;

import java.time.InstantSource;
import java.util.List;

/** Events of a log, the newest last. Threads: the screen's. */
final class EventList extends ListView<LoggedEvent> {

    private static final Words WORDS = Words.of(EventList.class);
    private static final PseudoClass GRAVE = PseudoClass.getPseudoClass("grave");
    private static final double TIME_WIDTH = 150;
    private static final double LEVEL_WIDTH = 56;
    private static final double PART_WIDTH = 116;

    private final InstantSource clock;
    private final Label none = new Label();

    /**
     * @param clock says what day it is
     */
    EventList(InstantSource clock) {
        this.clock = clock;
        getStyleClass().addAll("tag-list", "setting-list", "event-list");
        setAccessibleText(WORDS.say("lines"));
        setCellFactory(_ -> new EventCell());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        none.getStyleClass().add("quiet");
        none.setWrapText(true);
        setPlaceholder(none);
        setMinSize(0, 0);
    }

    /**
     * Shows events.
     *
     * @param follow whether the newest is to be seen
     * @param empty what stands where there are none
     */
    void show(List<LoggedEvent> events, boolean follow, String empty) {
        none.setText(empty);
        List<LoggedEvent> selected = List.copyOf(selected());
        if (!events.equals(getItems())) {
            getItems().setAll(events);
            selected.forEach(it -> getSelectionModel().select(it));
        }
        if (follow && !events.isEmpty()) {
            scrollTo(events.size() - 1);
        }
    }

    /** What is selected, in the order of the list. */
    List<LoggedEvent> selected() {
        return getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .filter(it -> it >= 0 && it < getItems().size())
                .map(getItems()::get)
                .toList();
    }

    private final class EventCell extends WrappedCell<LoggedEvent> {

        private final Label time = fixed(TIME_WIDTH);
        private final Label level = fixed(LEVEL_WIDTH);
        private final Label part = fixed(PART_WIDTH);
        private final Label message = new Label();

        EventCell() {
            message.setWrapText(true);
            message.setMinHeight(USE_PREF_SIZE);
            message.setMaxWidth(Double.MAX_VALUE);
            message.getStyleClass().add("event-message");
            HBox.setHgrow(message, Priority.ALWAYS);
            content(new HBox(10, time, level, part, message));
        }

        private static Label fixed(double width) {
            Label label = new Label();
            label.setMinWidth(width);
            label.setPrefWidth(width);
            label.setMaxWidth(width);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("note");
            return label;
        }

        @Override
        protected String fill(LoggedEvent event) {
            time.setText(LogsModel.time(event, clock.instant()));
            level.setText(event.level().name());
            level.pseudoClassStateChanged(GRAVE, event.level().isAtLeast(LogLevel.WARN));
            part.setText(event.part());
            message.setText(LogsModel.message(event));
            return event.text().lines().findFirst().orElse("");
        }
    }
}
