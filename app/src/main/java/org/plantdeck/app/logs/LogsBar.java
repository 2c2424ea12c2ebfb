package org.plantdeck.app.logs;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.logging.LogFolder.LogFile;
import org.plantdeck.plantruntime.logging.LogLevel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which log, which of its events, and what is done with them. Threads: the screen's. */
final class LogsBar extends VBox implements Piecemeal {

    private static final Words WORDS = Words.of(LogsBar.class);

    private final LogsModel model;
    private final Wishes wishes;
    private final ComboBox<LogFile> file = new ComboBox<>();
    private final ComboBox<LogLevel> level = new ComboBox<>();
    private final ComboBox<String> part = new ComboBox<>();
    private final ToggleButton pause = new ToggleButton(WORDS.say("pause"));
    private final Button copy = new Button(WORDS.say("copy"));
    private final Label told = new Label();
    private boolean filling;

    /** What somebody wants. */
    interface Wishes {

        /** The model shows something else now. */
        void filter();

        void open(Path file);

        void listFiles();

        void copySelected();

        void bundle();
    }

    LogsBar(LogsModel model, Wishes wishes) {
        super(6);
        this.model = model;
        this.wishes = wishes;
        getStyleClass().addAll("panel", "tool-bar-panel");
        setMinHeight(USE_PREF_SIZE);
        box(file, "file", LogFile::name, 190);
        file.setOnShowing(_ -> wishes.listFiles());
        file.valueProperty().addListener((_, before, now) -> opened(before, now));
        box(level, "level", it -> WORDS.say("level-" + it.name()), 132);
        level.getItems().setAll(LogLevel.values());
        level.setValue(LogLevel.TRACE);
        level.valueProperty().addListener((_, _, now) -> filter(() -> model.atLeast(now)));
        box(part, "part", it -> it.isEmpty() ? WORDS.say("all-parts") : it, 150);
        part.getItems().setAll("");
        part.setValue("");
        part.valueProperty()
                .addListener((_, _, now) -> filter(() -> model.of(now == null ? "" : now)));
        pause.selectedProperty().addListener((_, _, on) -> filter(() -> model.pause(on)));
        pause.setMinWidth(USE_PREF_SIZE);
        copy.setDisable(true);
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(_ -> wishes.copySelected());
        Button bundle = new Button(WORDS.say("bundle"));
        bundle.setMinWidth(USE_PREF_SIZE);
        bundle.setOnAction(_ -> wishes.bundle());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(8, file, level, part, search(), pause, gap, copy, bundle);
        tools.setAlignment(Pos.CENTER_LEFT);
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(tools, told);
        tell("");
    }

    private TextField search() {
        TextField search = new TextField();
        search.setPromptText(WORDS.say("search"));
        search.setAccessibleText(WORDS.say("search"));
        search.getStyleClass().add("filter-field");
        search.setPrefWidth(220);
        search.setMinWidth(100);
        search.textProperty().addListener((_, _, text) -> filter(() -> model.search(text)));
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        event.consume();
                    }
                });
        return search;
    }

    private static <T> void box(
            ComboBox<T> box, String key, Function<T, String> words, double width) {
        box.setConverter(new Shown<>(words));
        box.setAccessibleText(WORDS.say(key));
        box.setMinWidth(width);
        box.setPrefWidth(width);
        box.setMinHeight(32);
    }

    private static final class Shown<T> extends StringConverter<T> {

        private final Function<T, String> words;

        Shown(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public @Nullable T fromString(String text) {
            return null;
        }
    }

    private void filter(Runnable change) {
        if (!filling) {
            change.run();
            wishes.filter();
        }
    }

    private void opened(@Nullable LogFile before, @Nullable LogFile now) {
        boolean same = before != null && now != null && before.path().equals(now.path());
        if (now != null && !same) {
            wishes.open(now.path());
        }
    }

    /**
     * Offers files; at first the first is opened.
     *
     * @return whether there are any
     */
    boolean files(List<LogFile> files) {
        Optional<LogFile> chosen = Optional.ofNullable(file.getValue());
        Optional<LogFile> again =
                files.stream()
                        .filter(it -> chosen.filter(c -> c.path().equals(it.path())).isPresent())
                        .findFirst()
                        .or(() -> files.stream().findFirst());
        file.getItems().setAll(files);
        again.ifPresent(file::setValue);
        return !files.isEmpty();
    }

    /** Offers parts; the one that is chosen stays so. */
    void parts(List<String> parts) {
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(parts);
        String chosen = part.getValue() == null ? "" : part.getValue();
        if (!all.contains(chosen)) {
            all.add(chosen);
        }
        if (!all.equals(part.getItems())) {
            filling = true;
            part.getItems().setAll(all);
            part.setValue(chosen);
            filling = false;
        }
    }

    /** Lets what is shown stay. */
    void pause() {
        pause.setSelected(true);
    }

    void canCopy(boolean can) {
        copy.setDisable(!can);
    }

    /** Says what came of something. */
    void tell(String sentence) {
        told.setText(sentence);
        told.setVisible(!sentence.isEmpty());
        told.setManaged(!sentence.isEmpty());
    }
}
