package org.plantdeck.app.settings;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.settings.SettingsModel.Row;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.SettingsImport;
import org.plantdeck.plantruntime.settings.SettingsState;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Every setting: what it is, what it may be, and what it is to be from the next start. Level 4.
 * Threads: the screen's.
 */
public final class SettingsScreen implements Screen {

    private static final Words WORDS = Words.of(SettingsScreen.class);

    private final SettingsModel model = new SettingsModel();
    private final SettingsWork work;
    private final SettingsFiles files;
    private final VBox node = new VBox(16);
    private final TextField search = new TextField();
    private final Button undo = new Button(WORDS.say("undo"));
    private final Label restart = new Label(WORDS.say("restart-none"));
    private final Label told = new Label();
    private final GroupList groups = new GroupList(this::choose);
    private final SettingForm form;
    private final SettingList list;
    private final Panel groupPanel = new Panel(WORDS.say("groups"));
    private final Panel listPanel = new Panel(WORDS.say("list"));
    private final Panel formPanel = new Panel(WORDS.say("change-panel"));
    private final ScrollArea formScroll;
    private boolean failed;

    /**
     * Opens it.
     *
     * @param arguments what is to be searched for; nothing where there are none
     */
    public SettingsScreen(Desk desk, List<String> arguments) {
        this(desk, SettingsFiles.dialogs());
        search.setText(String.join(" ", arguments));
    }

    /**
     * @param files asks for files
     */
    SettingsScreen(Desk desk, SettingsFiles files) {
        this.files = files;
        work = new SettingsWork(desk.session().settings(), desk.door(), new Ear());
        form = new SettingForm(new Acts(), desk.session().settings()::refusal);
        list = new SettingList(row -> row.ifPresent(this::show), form::edit);
        formScroll = new ScrollArea(form);
        formScroll.setFitToWidth(true);
        formScroll.setFocusTraversable(false);
        node.getChildren().addAll(head(), body());
        groupPanel.loading();
        listPanel.loading();
        formPanel.loading();
        work.read();
    }

    private Region head() {
        search.setPromptText(WORDS.say("search"));
        search.setAccessibleText(WORDS.say("search"));
        search.getStyleClass().add("filter-field");
        search.setPrefWidth(300);
        search.setMinWidth(140);
        search.textProperty()
                .addListener((_, _, text) -> {
                    model.search(text);
                    fill();
                });
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        event.consume();
                    } else if (event.getCode() == KeyCode.DOWN) {
                        list.requestFocus();
                        event.consume();
                    }
                });
        ToggleButton onlySet = new ToggleButton(WORDS.say("only-set"));
        onlySet.setMinWidth(Region.USE_PREF_SIZE);
        onlySet.selectedProperty()
                .addListener((_, _, only) -> {
                    model.onlySet(only);
                    fill();
                });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools =
                new HBox(
                        8,
                        search,
                        onlySet,
                        gap,
                        button(undo, work::undo),
                        button(
                                new Button(WORDS.say("export")),
                                () -> withFile(files::forExport, work::exportTo)),
                        button(
                                new Button(WORDS.say("import")),
                                () -> withFile(files::forImport, work::look)),
                        button(new Button(WORDS.say("read-again")), work::read));
        tools.setAlignment(Pos.CENTER_LEFT);
        undo.setDisable(true);
        for (Label each : new Label[] {restart, told}) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        restart.getStyleClass().add("quiet");
        VBox head = new VBox(6, tools, restart, told);
        head.getStyleClass().addAll("panel", "tool-bar-panel");
        head.setMinHeight(Region.USE_PREF_SIZE);
        tell("");
        return head;
    }

    private static Button button(Button button, Runnable act) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void withFile(Function<Window, Optional<Path>> ask, Consumer<Path> act) {
        ask.apply(node.getScene().getWindow()).ifPresent(act);
    }

    private Region body() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("screen-grid");
        for (double share : new double[] {18, 50, 32}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(100);
        grid.getRowConstraints().add(row);
        grid.addRow(0, groupPanel, listPanel, formPanel);
        grid.setMinSize(0, 0);
        VBox.setVgrow(grid, Priority.ALWAYS);
        return grid;
    }

    private void choose(String section) {
        model.choose(section);
        fill();
    }

    private void show(Row row) {
        form.show(row);
        formPanel.content(formScroll);
    }

    private void fill() {
        if (!model.isKnown() || failed) {
            return;
        }
        groups.show(model.groups());
        list.show(model.rows()).ifPresent(form::show);
        listPanel.context(model.context());
        restart.setText(model.restart());
        undo.setDisable(!model.canUndo());
    }

    private void tell(String sentence) {
        told.setText(sentence);
        told.setVisible(!sentence.isEmpty());
        told.setManaged(!sentence.isEmpty());
    }

    private final class Acts implements SettingForm.Acts {

        @Override
        public void set(Setting<?> setting, String value) {
            work.set(setting, value);
        }

        @Override
        public void reset(Setting<?> setting) {
            work.reset(setting);
        }
    }

    private final class Ear implements SettingsWork.Ear {

        @Override
        public void shows(SettingsState state) {
            boolean first = !model.isKnown() || failed;
            failed = false;
            model.show(state);
            if (first) {
                groupPanel.content(groups);
                listPanel.content(list);
                formPanel.content(formScroll);
            }
            fill();
        }

        @Override
        public void cannotRead(String sentence) {
            failed = true;
            groupPanel.instead("");
            listPanel.context("");
            listPanel.instead(WORDS.say("cannot-read", sentence));
            formPanel.instead(WORDS.say("cannot-change"));
        }

        @Override
        public void looked(SettingsImport looked) {
            tell("");
            formPanel.content(
                    new ImportPreview(
                            looked,
                            () -> {
                                formPanel.content(formScroll);
                                work.take(looked);
                            },
                            () -> formPanel.content(formScroll)));
        }

        @Override
        public void told(String sentence) {
            tell(sentence);
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public boolean isComplete() {
        return model.isKnown();
    }

    @Override
    public void close() {
        work.close();
    }
}
