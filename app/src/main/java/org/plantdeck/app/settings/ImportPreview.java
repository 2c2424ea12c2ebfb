package org.plantdeck.app.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.settings.SettingsImport;

/** What an import would change, before it does. Threads: the screen's. */
final class ImportPreview extends VBox {

    private static final Words WORDS = Words.of(ImportPreview.class);

    /**
     * @param looked what it would do
     * @param take does it
     * @param leave does nothing
     */
    ImportPreview(SettingsImport looked, Runnable take, Runnable leave) {
        super(10);
        boolean changes = !looked.changes().isEmpty();
        Label sentence = new Label(words(looked));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox lines = new VBox(6);
        for (SettingsImport.Change change : looked.changes()) {
            Label key = new Label(change.key());
            key.getStyleClass().add("section-title");
            Label values = new Label(WORDS.say("change", said(change.from()), said(change.to())));
            values.setWrapText(true);
            values.getStyleClass().add("quiet");
            lines.getChildren().add(new VBox(key, values));
        }
        ScrollArea scroll = new ScrollArea(lines);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button yes = new Button(WORDS.say("import-take"));
        yes.getStyleClass().add("act-button");
        yes.setMinWidth(Region.USE_PREF_SIZE);
        yes.setDisable(!changes);
        yes.setOnAction(_ -> take.run());
        Button no = new Button(WORDS.say("import-leave"));
        no.getStyleClass().add("command-button");
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(_ -> leave.run());
        HBox buttons = new HBox(8, yes, no);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(sentence, scroll, buttons);
    }

    private static String words(SettingsImport looked) {
        return switch (looked.changes().size()) {
            case 0 -> WORDS.say("import-same", looked.source());
            case 1 -> WORDS.say("import-changes-one", looked.source());
            default ->
                    WORDS.say(
                            "import-changes",
                            looked.source(),
                            Numbers.text(looked.changes().size()));
        };
    }

    private static String said(String value) {
        return value.isEmpty() ? WORDS.say("none") : value;
    }
}
