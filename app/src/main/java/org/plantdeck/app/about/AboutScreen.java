package org.plantdeck.app.about;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.FiguresTable;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Which program this is, and whose work is in it under which licence. Level 4. */
public final class AboutScreen implements Screen {

    private static final Words WORDS = Words.of(AboutScreen.class);

    private final GridPane node = new GridPane();
    private final UpdatesPanel updates;
    private final List<Library> libraries = Library.all();
    private final FiguresTable<Library> table =
            new FiguresTable<>(WORDS.say("libraries"), WORDS.say("name"), 240, Library::name);

    /** Opens it. */
    public AboutScreen(Desk desk) {
        node.getStyleClass().add("screen-grid");
        for (double share : new double[] {34, 66}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            node.getColumnConstraints().add(column);
        }
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        node.getRowConstraints().add(row);
        updates = new UpdatesPanel(desk);
        Panel program = new Panel(WORDS.say("program"), program(desk));
        VBox.setVgrow(program, Priority.ALWAYS);
        node.add(new VBox(16, program, updates.node()), 0, 0);
        node.add(work(), 1, 0);
    }

    private static VBox program(Desk desk) {
        GridPane facts = new GridPane(12, 6);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        facts.getColumnConstraints().add(names);
        fact(facts, "version", desk.session().version());
        fact(facts, "java", System.getProperty("java.runtime.version", ""));
        fact(facts, "toolkit", System.getProperty("javafx.runtime.version", ""));
        fact(
                facts,
                "system",
                System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        fact(facts, "data", desk.session().directory().path().toString());
        fact(facts, "licence", WORDS.say("apache"));
        return new VBox(12, paragraph(WORDS.say("what")), facts, paragraph(WORDS.say("calls")));
    }

    private static void fact(GridPane into, String word, String value) {
        Label name = new Label(WORDS.say(word));
        name.getStyleClass().add("quiet");
        GridPane.setValignment(name, VPos.TOP);
        into.addRow(into.getRowCount(), name, paragraph(value));
    }

    private static Label paragraph(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Panel work() {
        table.text(WORDS.say("library-version"), 96, Library::version);
        table.text(WORDS.say("library-licence"), 330, Library::licence);
        table.whenEmpty(WORDS.say("empty"));
        TextField search = new TextField();
        search.setPromptText(WORDS.say("search"));
        search.setAccessibleText(WORDS.say("search"));
        search.getStyleClass().add("filter-field");
        search.setMaxWidth(360);
        Panel panel = new Panel(WORDS.say("libraries"));
        VBox.setVgrow(table, Priority.ALWAYS);
        panel.content(new VBox(8, search, table));
        search.textProperty().addListener((_, _, text) -> find(panel, text));
        find(panel, "");
        return panel;
    }

    private void find(Panel panel, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Function<Library, String> words = it -> it.name() + " " + it.licence();
        List<Library> found =
                libraries.stream()
                        .filter(it -> words.apply(it).toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
        table.show(found);
        panel.context(WORDS.say("context", Numbers.text(found.size())));
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void close() {
        updates.close();
    }
}
