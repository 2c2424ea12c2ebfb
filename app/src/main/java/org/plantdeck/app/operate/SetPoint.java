package org.plantdeck.app.operate;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.live.Shown;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * A set point with its range: typed, checked, and proposed. While nobody edits it, it shows what
 * holds in the plant. Threads: the screen's.
 */
public final class SetPoint extends VBox {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Words WORDS = Words.of(SetPoint.class);

    private final Range range;
    private final DoubleFunction<Proposal> proposal;
    private final TwoSteps steps;
    private final TextField field = new TextField();
    private final Label unit = new Label();
    private final Label note = new Label();
    private final Button apply = new Button(WORDS.say("setpoint.apply"));
    private double inPlant = Double.NaN;

    /**
     * What may be asked for.
     *
     * @param low least value the PLC takes
     * @param high largest
     * @param decimals shown, 0 to 3
     * @param unit of the value
     */
    public record Range(double low, double high, int decimals, String unit) {}

    /**
     * A set point.
     *
     * @param title its name
     * @param proposal what a value means for the plant
     * @param steps where it is proposed
     */
    public SetPoint(String title, Range range, DoubleFunction<Proposal> proposal, TwoSteps steps) {
        this.range = range;
        this.proposal = proposal;
        this.steps = steps;
        getStyleClass().add("set-point");
        Label name = new Label(title);
        name.getStyleClass().add("figure-name");
        name.setLabelFor(field);
        name.setMinWidth(Region.USE_PREF_SIZE);
        unit.setText(range.unit());
        unit.getStyleClass().add("quiet");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        field.getStyleClass().add("set-point-field");
        field.setPrefColumnCount(6);
        field.setMinWidth(72);
        field.setAccessibleText(title + ", " + rangeWords() + " " + range.unit());
        field.textProperty().addListener((_, _, _) -> check());
        field.focusedProperty().addListener((_, _, _) -> check());
        field.setOnAction(_ -> apply.fire());
        note.getStyleClass().add("note");
        apply.getStyleClass().add("command-button");
        apply.setMinWidth(Region.USE_PREF_SIZE);
        apply.setOnAction(
                _ -> value().ifPresent(it -> this.steps.propose(this.proposal.apply(it))));
        note.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox above = new HBox(8, name, field, unit);
        HBox below = new HBox(8, note, gap, apply);
        above.getStyleClass().add("set-point-row");
        below.getStyleClass().add("set-point-row");
        getChildren().addAll(above, below);
        check();
    }

    private String rangeWords() {
        return WORDS.say(
                "setpoint.range", Numbers.text(range.low(), 0), Numbers.text(range.high(), 0));
    }

    /** Shows what holds in the plant, unless somebody edits. */
    public void show(Shown shown) {
        double before = inPlant;
        inPlant = shown.number();
        boolean stale = shown.freshness().isStale();
        unit.setText(stale ? Times.age(shown.freshness().age()) : range.unit());
        field.pseudoClassStateChanged(STALE, stale);
        boolean untouched =
                field.getText().isEmpty()
                        || field.getText().equals(Numbers.text(before, range.decimals()));
        if (untouched && Double.isFinite(inPlant) && !field.isFocused()) {
            field.setText(Numbers.text(inPlant, range.decimals()));
        }
        check();
    }

    private OptionalDouble value() {
        String text = field.getText().strip();
        ParsePosition position = new ParsePosition(0);
        Number number =
                NumberFormat.getInstance(Locale.getDefault())
                        .parse(text.replace('−', '-'), position);
        return number != null && position.getIndex() == text.length()
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private void check() {
        OptionalDouble value = value();
        String text = field.getText().strip();
        boolean inside =
                value.isPresent()
                        && value.getAsDouble() >= range.low()
                        && value.getAsDouble() <= range.high();
        boolean other =
                !Double.isFinite(inPlant) || !text.equals(Numbers.text(inPlant, range.decimals()));
        apply.setDisable(!inside || !other);
        if (text.isEmpty() || inside) {
            note.setText(rangeWords());
        } else if (value.isEmpty()) {
            note.setText(WORDS.say("setpoint.not-a-number", text));
        } else {
            note.setText(
                    WORDS.say(
                            "setpoint.outside",
                            text,
                            Numbers.text(range.low(), 0),
                            Numbers.text(range.high(), 0),
                            range.unit()));
        }
    }
}
