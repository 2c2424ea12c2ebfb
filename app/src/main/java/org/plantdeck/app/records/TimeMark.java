package org.plantdeck.app.records;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** A line at a time across all plots of a stack, with a word. Threads: the screen's. */
final class TimeMark {

    /** How high its word is. */
    static final double LINE = 20;

    private final Line line = new Line();
    private final Label word = new Label();
    private OptionalDouble share = OptionalDouble.empty();

    /**
     * @param style of the line; that of the word has "-time" behind it
     */
    TimeMark(String style) {
        line.getStyleClass().add(style);
        word.getStyleClass().add(style + "-time");
        for (Node node : nodes()) {
            node.setMouseTransparent(true);
            node.setManaged(false);
            node.setVisible(false);
        }
    }

    /** What is to be put over the plots. */
    List<Node> nodes() {
        return List.of(line, word);
    }

    /** Shows it at a share of the way from left to right; nowhere where that is outside. */
    void show(OptionalDouble place, String words) {
        boolean inside = place.isPresent() && place.getAsDouble() >= 0 && place.getAsDouble() <= 1;
        share = inside ? place : OptionalDouble.empty();
        word.setText(words);
        nodes().forEach(it -> it.setVisible(inside));
    }

    /**
     * Puts line and word where they belong.
     *
     * @param place turns a share into a place
     * @param wordTop where the word begins
     */
    void layout(DoubleUnaryOperator place, Frame frame, double wordTop) {
        share.ifPresent(it -> {
            double x = Math.rint(place.applyAsDouble(it)) + 0.5;
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(frame.top());
            line.setEndY(frame.bottom());
            double own = Math.ceil(word.prefWidth(-1));
            double left = Math.clamp(x - own / 2, 0, Math.max(0, frame.width() - own));
            word.resizeRelocate(left, wordTop, own, LINE);
        });
    }

    /**
     * The room of a line.
     *
     * @param top where it begins
     * @param bottom where it ends
     * @param width beyond which its word does not reach
     */
    record Frame(double top, double bottom, double width) {}
}
