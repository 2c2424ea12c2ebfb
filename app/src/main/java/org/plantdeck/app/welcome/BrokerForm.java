package org.plantdeck.app.welcome;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.BrokerAddress;
import org.plantdeck.plantruntime.parts.PartName;

import java.util.List;

/** The address of a broker that somebody has. Threads: the screen's. */
final class BrokerForm extends VBox {

    private static final Words WORDS = Words.of(BrokerForm.class);
    private static final PseudoClass GRAVE = PseudoClass.getPseudoClass("grave");

    private final PartName broker;
    private final WelcomeModel model;
    private final TextField url = new TextField();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField authority = new TextField();
    private final Label note = new Label();

    BrokerForm(PartName broker, WelcomeModel model) {
        super(8);
        this.broker = broker;
        this.model = model;
        String whose = WORDS.say("whose-" + broker.word());
        Label title = new Label(whose);
        title.getStyleClass().add("section-title");
        getChildren().add(title);
        url.setPromptText(WORDS.say("url-prompt-" + broker.word()));
        authority.setPromptText(WORDS.say("authority-prompt"));
        field("url", whose, url);
        field("user", whose, user);
        field("password", whose, password);
        field("authority", whose, authority);
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(note);
    }

    private void field(String word, String whose, TextField field) {
        Label name = new Label(WORDS.say(word));
        name.getStyleClass().add("figure-name");
        name.setLabelFor(field);
        field.getStyleClass().add("setting-field");
        field.setAccessibleText(whose + ", " + name.getText());
        field.textProperty().addListener((_, _, _) -> model.type(broker, address()));
        field.setOnAction(_ -> model.tryBrokers());
        getChildren().add(new VBox(3, name, field));
    }

    private BrokerAddress address() {
        return new BrokerAddress(
                url.getText(), user.getText(), password.getText(), authority.getText());
    }

    /** Shows what the model says now. */
    void show() {
        WelcomeModel.Own own = model.own(broker);
        note.setText(own.note());
        note.pseudoClassStateChanged(GRAVE, own.fit() == WelcomeModel.Fit.UNFIT);
        boolean without = !own.address().isGiven();
        List.of(user, password, authority).forEach(it -> it.setDisable(without));
    }
}
