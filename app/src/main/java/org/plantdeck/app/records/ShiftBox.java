package org.plantdeck.app.records;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.words.Words;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How much earlier the trend is compared with: one of the usual lengths, or any that is typed.
 * Threads: the screen's.
 */
final class ShiftBox extends ComboBox<Duration> {

    private static final Words WORDS = Words.of(ShiftBox.class);

    private final TrendPane trend;

    /**
     * @param mistake is told what is wrong with what was typed; nothing where it is sound
     */
    ShiftBox(TrendPane trend, Consumer<String> mistake) {
        this.trend = trend;
        setEditable(true);
        setPromptText(WORDS.say("no-shift"));
        setConverter(new Converter(mistake));
        setCellFactory(_ -> new Cell());
        getItems().add(Duration.ZERO);
        getItems().addAll(Earlier.SHIFTS);
        setValue(Duration.ZERO);
        setAccessibleText(WORDS.say("shift-name"));
        getEditor().setAccessibleText(WORDS.say("shift-name"));
        setTooltip(new Tooltip(WORDS.say("shift-tip")));
        getStyleClass().add("shift-box");
        setOnAction(_ -> {
            Optional<Duration> wanted =
                    Optional.ofNullable(getValue()).filter(Duration::isPositive);
            if (!wanted.equals(trend.shift())) {
                trend.compare(wanted);
            }
        });
    }

    /** Shows what is so in the trend, unless something is being typed. */
    void refresh() {
        Duration now = trend.shift().orElse(Duration.ZERO);
        if (!now.equals(getValue())) {
            setValue(now);
        }
    }

    private static String words(@Nullable Duration shift) {
        return shift == null || shift.isZero() ? "" : WORDS.say("shift", TrendShift.text(shift));
    }

    private static final class Cell extends ListCell<Duration> {

        @Override
        protected void updateItem(@Nullable Duration shift, boolean empty) {
            super.updateItem(shift, empty);
            String text = shift != null && shift.isZero() ? WORDS.say("shift-none") : words(shift);
            setText(empty ? null : text);
        }
    }

    private final class Converter extends StringConverter<Duration> {

        private final Consumer<String> mistake;

        Converter(Consumer<String> mistake) {
            this.mistake = mistake;
        }

        @Override
        public String toString(@Nullable Duration shift) {
            return words(shift);
        }

        @Override
        public Duration fromString(String text) {
            return switch (TrendShift.parse(text)) {
                case TrendShift.Typed.Sound(Optional<Duration> shift) -> {
                    mistake.accept("");
                    yield shift.orElse(Duration.ZERO);
                }
                case TrendShift.Typed.Wrong(String sentence) -> {
                    mistake.accept(sentence);
                    yield getValue();
                }
            };
        }
    }
}
