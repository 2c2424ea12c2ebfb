package org.plantdeck.app.welcome;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.PartName;

/** Where a broker is to listen, and what there is to say of that. Threads: the screen's. */
final class PortField extends VBox {

    private static final Words WORDS = Words.of(PortField.class);
    private static final PseudoClass GRAVE = PseudoClass.getPseudoClass("grave");

    private final PartName broker;
    private final PortsModel model;
    private final TextField field = new TextField();
    private final Label note = new Label();

    PortField(PartName broker, PortsModel model) {
        super(3);
        this.broker = broker;
        this.model = model;
        Label name = new Label(WORDS.say("port-" + broker.word()));
        name.getStyleClass().add("figure-name");
        name.setLabelFor(field);
        field.getStyleClass().add("setting-field");
        field.setMaxWidth(110);
        field.setText(model.port(broker).text());
        field.setAccessibleText(name.getText());
        field.textProperty().addListener((_, _, text) -> model.type(broker, text));
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(name, field, note);
    }

    /** Shows what the model says now; what somebody types stays. */
    void show() {
        PortsModel.Port port = model.port(broker);
        if (!field.getText().equals(port.text())) {
            field.setText(port.text());
        }
        note.setText(port.note());
        note.pseudoClassStateChanged(GRAVE, port.fit() == WelcomeModel.Fit.UNFIT);
        field.setAccessibleHelp(port.note());
    }
}
