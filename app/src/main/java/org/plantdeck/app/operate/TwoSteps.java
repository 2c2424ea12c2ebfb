package org.plantdeck.app.operate;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.plantdeck.app.commands.CommandEntry;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The second step of acting: says what will happen and asks once more; between acts, what came of
 * the last command of this PLC. Escape takes a proposal back. Threads: the screen's.
 */
public final class TwoSteps extends VBox implements AutoCloseable {

    private static final Words WORDS = Words.of(TwoSteps.class);

    private final Desk desk;
    private final FactorySource plc;
    private final Set<String> commands;
    private final Label sentence = new Label();
    private final Button act = new Button();
    private final Button cancel = new Button(WORDS.say("cancel"));
    private final HBox buttons = new HBox(8, act, cancel);
    private final Runnable ear;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private Optional<Proposal> proposed = Optional.empty();

    /** For the commands of one PLC. */
    public TwoSteps(Desk desk, FactorySource plc) {
        this(desk, plc, Set.of());
    }

    /**
     * For some commands of a PLC.
     *
     * @param commands of which the last is told; all of the PLC where there are none
     */
    public TwoSteps(Desk desk, FactorySource plc, Set<String> commands) {
        this.desk = desk;
        this.plc = plc;
        this.commands = Set.copyOf(commands);
        getStyleClass().add("two-steps");
        sentence.getStyleClass().add("two-steps-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        act.getStyleClass().add("act-button");
        cancel.getStyleClass().add("command-button");
        act.setOnAction(_ -> carryOut());
        cancel.setOnAction(_ -> takeBack());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && proposed.isPresent()) {
                        takeBack();
                        event.consume();
                    }
                });
        ear = () -> desk.door().newest(this, this::showLast);
        desk.operator().listen(ear);
        getChildren().addAll(sentence, buttons);
        showLast();
    }

    /** Asks once more, with the consequence. */
    public void propose(Proposal proposal) {
        proposed = Optional.of(proposal);
        sentence.setText(proposal.consequence());
        act.setText(proposal.act());
        show(true);
        act.requestFocus();
    }

    /** Whether something is proposed and not decided. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    private void carryOut() {
        Optional<Proposal> decided = proposed;
        proposed = Optional.empty();
        decided.ifPresent(it -> desk.operator().ask(it.plc(), it.command(), it.value()));
        showLast();
    }

    private void takeBack() {
        proposed = Optional.empty();
        showLast();
    }

    private void show(boolean asks) {
        buttons.setVisible(asks);
        buttons.setManaged(asks);
        open.set(asks);
    }

    private void showLast() {
        if (proposed.isPresent()) {
            return;
        }
        show(false);
        List<CommandEntry> log =
                desk.operator().log(plc).stream()
                        .filter(it ->
                                commands.isEmpty() || commands.contains(it.command().command()))
                        .toList();
        sentence.setText(log.isEmpty() ? WORDS.say("none-yet") : CommandWords.line(log.getFirst()));
    }

    /** Shows what came of the last command; for a view that is told every second. */
    public void refresh() {
        showLast();
    }

    @Override
    public void close() {
        desk.operator().forget(ear);
        desk.door().forget(this);
    }
}
