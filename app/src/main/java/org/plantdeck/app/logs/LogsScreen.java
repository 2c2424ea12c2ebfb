package org.plantdeck.app.logs;

import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.PartNow;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.logging.LogFolder;
import org.plantdeck.plantruntime.logging.LogFolder.LogFile;
import org.plantdeck.plantruntime.logging.LoggedEvent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The logs of the data directory, as they grow. Level 4. Threads: the screen's. */
public final class LogsScreen implements Screen {

    private static final Words WORDS = Words.of(LogsScreen.class);
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Desk desk;
    private final LogsModel model = new LogsModel();
    private final LogsBar bar;
    private final EventList list;
    private final TextArea whole = new TextArea();
    private final Panel panel = new Panel(WORDS.say("lines"));
    private final VBox content;
    private final VBox node = new VBox(16);
    private final LogFollower follower;
    private final BundleWork bundles;
    private boolean complete;
    private boolean filling;

    /** Opens it. */
    public LogsScreen(Desk desk) {
        this(desk, BundleFile.dialog());
    }

    /**
     * @param choice asks where a bundle is to go
     */
    LogsScreen(Desk desk, BundleFile choice) {
        this.desk = desk;
        list = new EventList(desk.session().wallClock());
        bar = new LogsBar(model, new Wishes(choice));
        bundles = new BundleWork(desk, bar::tell);
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setAccessibleText(WORDS.say("whole"));
        whole.setPromptText(WORDS.say("whole-prompt"));
        whole.getStyleClass().add("event-text");
        whole.setPrefRowCount(6);
        whole.setMinHeight(Region.USE_PREF_SIZE);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, event) -> show(event));
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (COPY.match(event)) {
                        copy();
                        event.consume();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        content = new VBox(8, list, whole);
        VBox.setVgrow(panel, Priority.ALWAYS);
        node.getChildren().addAll(bar, panel);
        panel.loading();
        follower =
                new LogFollower(
                        new LogFolder(desk.session().directory().logs()), desk.door(), new Ear());
    }

    /** Who reads a line wants it to stay. */
    private void show(@Nullable LoggedEvent event) {
        whole.setText(event == null ? "" : event.text());
        bar.canCopy(event != null);
        if (event != null && !filling && !model.isPaused()) {
            bar.pause();
        }
    }

    private void copy() {
        List<LoggedEvent> selected = list.selected();
        if (!selected.isEmpty()) {
            ClipboardContent text = new ClipboardContent();
            text.putString(LogsModel.text(selected));
            Clipboard.getSystemClipboard().setContent(text);
            bar.tell(WORDS.say("copied", selected.size()));
        }
    }

    private void fill() {
        filling = true;
        List<LoggedEvent> rows = model.rows();
        list.show(rows, !model.isPaused(), model.empty());
        panel.context(model.context(rows.size()));
        bar.parts(model.parts());
        filling = false;
    }

    private final class Wishes implements LogsBar.Wishes {

        private final BundleFile choice;

        Wishes(BundleFile choice) {
            this.choice = choice;
        }

        @Override
        public void filter() {
            fill();
        }

        @Override
        public void open(Path file) {
            list.getSelectionModel().clearSelection();
            follower.open(file);
        }

        @Override
        public void listFiles() {
            follower.list();
        }

        @Override
        public void copySelected() {
            copy();
        }

        @Override
        public void bundle() {
            Optional<Path> file =
                    choice.choose(
                            node.getScene().getWindow(), desk.session().wallClock().instant());
            file.ifPresent(it ->
                    bundles.make(
                            it, desk.live().now().parts().stream().map(PartNow::status).toList()));
        }
    }

    private final class Ear implements LogFollower.Ear {

        @Override
        public void files(List<LogFile> files) {
            if (!bar.files(files)) {
                complete = true;
                panel.instead(WORDS.say("no-files", desk.session().directory().logs()));
            }
        }

        @Override
        public void events(List<LoggedEvent> events) {
            complete = true;
            model.show(events);
            if (content.getParent() == null) {
                panel.content(content);
            }
            fill();
        }

        @Override
        public void fails(String reason) {
            complete = true;
            panel.instead(WORDS.say("cannot-read", reason));
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public void close() {
        follower.close();
        bundles.close();
    }
}
