package org.plantdeck.app.faults;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.controls.GrowingList;
import org.plantdeck.app.controls.StateBox;
import org.plantdeck.app.controls.StateBox.Fill;
import org.plantdeck.app.words.Words;
import org.plantdeck.plcsim.physics.FaultKind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Everything that can break, with what is broken now. Threads: the screen's. */
final class KindList extends GrowingList<FaultKind> {

    private static final Words WORDS = Words.of(KindList.class);

    private final List<KindCell> cells = new ArrayList<>();
    private List<FaultsModel.Line> lines = List.of();

    /**
     * @param chosen hears which kind was chosen
     */
    KindList(Consumer<FaultKind> chosen) {
        getStyleClass().addAll("tag-list", "kind-list");
        setAccessibleText(WORDS.say("kinds"));
        setCellFactory(_ -> {
            KindCell cell = new KindCell();
            cells.add(cell);
            return cell;
        });
        getItems().setAll(FaultKind.values());
        getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, kind) -> {
                    if (kind != null) {
                        chosen.accept(kind);
                    }
                });
        getSelectionModel().selectFirst();
    }

    void show(List<FaultsModel.Line> faults) {
        if (!faults.equals(lines)) {
            lines = faults;
            cells.forEach(KindCell::refresh);
        }
    }

    private final class KindCell extends ListCell<FaultKind> {

        private final Label name = new Label();
        private final StateBox state = new StateBox();
        private final HBox line;

        KindCell() {
            name.getStyleClass().add("section-title");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            state.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(8, name, state);
            line.getStyleClass().addAll("tag-line", "kind-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable FaultKind item, boolean empty) {
            super.updateItem(item, empty);
            refresh();
        }

        private void refresh() {
            FaultKind kind = getItem();
            setGraphic(kind == null ? null : line);
            if (kind != null) {
                show(kind);
            }
        }

        private void show(FaultKind kind) {
            name.setText(FaultsModel.name(kind));
            List<FaultsModel.Line> its = lines.stream().filter(it -> it.kind() == kind).toList();
            boolean acts = its.stream().anyMatch(FaultsModel.Line::acts);
            state.setVisible(!its.isEmpty());
            state.setManaged(!its.isEmpty());
            state.show(WORDS.say(acts ? "acts" : "waits"), acts ? Fill.DARK : Fill.BRIGHT);
            setAccessibleText(
                    FaultsModel.name(kind)
                            + ", "
                            + kind.failure()
                            + (its.isEmpty() ? "" : ", " + state.getText()));
        }
    }
}
