package org.plantdeck.app.settings;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.controls.GrowingList;
import org.plantdeck.app.settings.SettingsModel.Group;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.function.Consumer;

/** The parts that have settings. Threads: the screen's. */
final class GroupList extends GrowingList<Group> {

    private static final Words WORDS = Words.of(GroupList.class);

    private boolean filling;

    /**
     * @param chosen hears whose settings are wanted
     */
    GroupList(Consumer<String> chosen) {
        getStyleClass().addAll("tag-list", "kind-list");
        setAccessibleText(WORDS.say("groups"));
        setCellFactory(_ -> new GroupCell());
        getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, group) -> {
                    if (group != null && !filling) {
                        chosen.accept(group.section());
                    }
                });
    }

    /** Shows the groups; the selected one stays selected, at first the first is. */
    void show(List<Group> groups) {
        if (!groups.equals(getItems())) {
            int index = Math.max(0, getSelectionModel().getSelectedIndex());
            filling = true;
            getItems().setAll(groups);
            getSelectionModel().select(index);
            filling = false;
        }
    }

    private static final class GroupCell extends ListCell<Group> {

        private final Label name = new Label();
        private final Label count = new Label();
        private final HBox line;

        GroupCell() {
            name.getStyleClass().add("section-title");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            count.getStyleClass().add("note");
            count.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(8, name, count);
            line.getStyleClass().addAll("tag-line", "kind-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Group group, boolean empty) {
            super.updateItem(group, empty);
            setText(null);
            if (empty || group == null) {
                setGraphic(null);
                return;
            }
            name.setText(group.name());
            count.setText(group.count());
            setAccessibleText(group.spoken());
            line.prefWidthProperty().bind(widthProperty().subtract(12));
            setGraphic(line);
        }
    }
}
