package org.plantdeck.app.operate;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.plantdeck.app.words.Words;

import java.util.Optional;

/**
 * The second step of an act that is no command to a PLC: says what will happen and asks once more;
 * between acts, what came of the last one. Escape takes a proposal back. Threads: the screen's.
 */
public final class Confirmation extends HBox {

    private static final Words WORDS = Words.of(Confirmation.class);

    private final Label sentence = new Label();
    private final Button act = new Button();
    private final Button cancel = new Button(WORDS.say("cancel"));
    private String told;
    private Optional<Runnable> proposed = Optional.empty();
    private Optional<Node> cameFrom = Optional.empty();

    /**
     * One with nothing proposed.
     *
     * @param atFirst what it says before the first act
     */
    public Confirmation(String atFirst) {
        super(12);
        told = atFirst;
        getStyleClass().add("confirmation");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        act.getStyleClass().add("act-button");
        cancel.getStyleClass().add("command-button");
        act.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        act.setOnAction(_ -> carryOut());
        cancel.setOnAction(_ -> close());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && proposed.isPresent()) {
                        close();
                        event.consume();
                    }
                });
        getChildren().addAll(sentence, act, cancel);
        show();
    }

    /**
     * Asks once more.
     *
     * @param consequence what will happen, one or two sentences
     * @param word on the button that does it
     * @param does it
     */
    public void propose(String consequence, String word, Runnable does) {
        proposed = Optional.of(does);
        cameFrom = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
        sentence.setText(consequence);
        act.setText(word);
        show();
        act.requestFocus();
    }

    /** Says what came of an act; it is shown once nothing is proposed. */
    public void tell(String words) {
        told = words;
        show();
    }

    /** Whether something is proposed and not decided. */
    public boolean isOpen() {
        return proposed.isPresent();
    }

    private void carryOut() {
        Optional<Runnable> decided = proposed;
        close();
        decided.ifPresent(Runnable::run);
    }

    /** The focus goes back to what proposed. */
    private void close() {
        proposed = Optional.empty();
        cameFrom.ifPresent(Node::requestFocus);
        cameFrom = Optional.empty();
        show();
    }

    private void show() {
        boolean open = isOpen();
        act.setVisible(open);
        act.setManaged(open);
        cancel.setVisible(open);
        cancel.setManaged(open);
        if (!open) {
            sentence.setText(told);
        }
    }
}
