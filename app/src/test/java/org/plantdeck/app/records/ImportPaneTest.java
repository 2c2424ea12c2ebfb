package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Nodes;
import org.plantdeck.app.imports.Importer;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.rules.SceneRules;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that is looked at and imported on the screen. */
@ExtendWith(Headless.class)
class ImportPaneTest {

    private static final int SMALLEST = 1192;

    private final FakeDesk fake;

    @TempDir private Path folder;

    ImportPaneTest(FakeDesk fake) {
        this.fake = fake;
    }

    @Test
    void aFileIsCheckedAndTakenIn() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("press.csv"),
                        "Zeit;Druck\n21.11.2026 07:00:00;5,25\nmorgen;6,5\n");
        Path database = folder.resolve("historian.db");
        Importer importer =
                new Importer(
                        database, () -> Optional.of(() -> {}), fake.desk().session().wallClock());
        ImportPane pane =
                Headless.onScreen(() -> {
                    ImportPane made =
                            new ImportPane(
                                    fake.desk().door(), importer, (_, _) -> Optional.of(file));
                    Look.dress(new Scene(made, SMALLEST, 400), Theme.GREY);
                    made.open(true);
                    return made;
                });
        Nodes.awaitWords(pane, "Name a CSV file to import from.");
        Nodes.press(pane, "Browse …");
        Headless.onScreen(() -> {
            TextField topic = Nodes.all(pane, TextField.class).get(1);
            topic.setText("press/1");
        });
        Nodes.press(pane, "Check file");
        Nodes.awaitWords(pane, "1 lines cannot be read; nothing is changed yet");
        Nodes.awaitWords(pane, "Druck is press/1/Druck, 1 values");
        Nodes.awaitWords(pane, "Line 3: \"morgen\" is no time");
        Headless.onScreen(() -> {
            SceneRules rules = new SceneRules(pane.getScene());
            assertThat(rules.cutOff()).isEmpty();
            assertThat(rules.overlapping()).isEmpty();
            assertThat(rules.nameless()).isEmpty();
        });
        Nodes.press(pane, "Import file");
        Nodes.awaitWords(pane, "Nothing was imported: 1 lines cannot be read.");
        Headless.onScreen(() ->
                Nodes.all(pane, CheckBox.class).stream()
                        .filter(it -> it.getText().contains("cannot be read"))
                        .findFirst()
                        .orElseThrow()
                        .setSelected(true));
        Nodes.press(pane, "Import file");
        Nodes.awaitWords(pane, "are in the history");
        try (HistorianQueries history = RecordedHistory.open(database)) {
            assertThat(history.topics()).contains("press/1");
        }
        Headless.onScreen(pane::close);
        importer.close();
    }
}
