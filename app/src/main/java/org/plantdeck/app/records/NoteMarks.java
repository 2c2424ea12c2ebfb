package org.plantdeck.app.records;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.annotations.Annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

/**
 * What people have noted, over the plots: a line at a moment or a stretch between two, with a flag
 * that says it and is pressed to change it. Flags that would cover another one stand above it.
 * Threads: the screen's.
 */
final class NoteMarks extends Pane {

    private static final Words WORDS = Words.of(NoteMarks.class);
    private static final int LONGEST = 28;
    private static final double FLAG = 32;
    private static final double APART = 4;

    /** So far above the row below a row is, and so many there are. */
    private static final double ROW = 24;

    private static final int ROWS = 3;

    private final List<Mark> marks = new ArrayList<>();
    private Consumer<Annotation> pressed = _ -> {};

    private record Mark(Annotation note, double from, double to, List<Node> lines, Button flag) {

        boolean isInside() {
            return to >= 0 && from <= 1;
        }
    }

    NoteMarks() {
        setManaged(false);
        setPickOnBounds(false);
    }

    /** What is done when a flag is pressed. */
    void onPressed(Consumer<Annotation> act) {
        pressed = act;
    }

    /** Shows these where they belong in a window. */
    void show(List<Annotation> notes, TimeWindow window) {
        boolean same = notes.equals(marks.stream().map(Mark::note).toList());
        List<Mark> before = List.copyOf(marks);
        marks.clear();
        for (int i = 0; i < notes.size(); i++) {
            Annotation note = notes.get(i);
            double from = window.share(note.from());
            double to = window.share(note.to());
            Mark old = same ? before.get(i) : make(note);
            marks.add(new Mark(note, from, to, old.lines(), old.flag()));
        }
        if (!same) {
            getChildren().clear();
            marks.forEach(it -> getChildren().addAll(it.lines()));
            marks.forEach(it -> getChildren().add(it.flag()));
        }
    }

    private Mark make(Annotation note) {
        List<Node> lines = new ArrayList<>();
        if (!note.isMoment()) {
            Region stretch = new Region();
            stretch.getStyleClass().add("note-stretch");
            stretch.setMouseTransparent(true);
            stretch.setManaged(false);
            lines.add(stretch);
        }
        Line line = new Line();
        line.getStyleClass().add("note-line");
        line.setMouseTransparent(true);
        lines.add(line);
        Button flag = new Button();
        flag.getStyleClass().add("note-flag");
        flag.setMnemonicParsing(false);
        flag.setManaged(false);
        flag.setAccessibleText(WORDS.say("note.flag", note.text(), when(note)));
        flag.setTooltip(new Tooltip(WORDS.say("note.tip", note.text(), note.author(), when(note))));
        flag.setOnAction(_ -> pressed.accept(note));
        return new Mark(note, 0, 0, List.copyOf(lines), flag);
    }

    /** When a note is about, in words. */
    static String when(Annotation note) {
        return note.isMoment()
                ? Times.dayAndSecond(note.from())
                : WORDS.say(
                        "note.stretch",
                        Times.dayAndSecond(note.from()),
                        Times.dayAndSecond(note.to()));
    }

    private static String brief(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).strip() + "…";
    }

    /**
     * Puts lines and flags where they belong.
     *
     * @param place turns a share into a place
     */
    void layout(DoubleUnaryOperator place, TimeMark.Frame frame) {
        double[] free = new double[ROWS];
        for (Mark mark : marks) {
            boolean inside = mark.isInside();
            mark.lines().forEach(it -> it.setVisible(inside));
            mark.flag().setVisible(inside);
            if (!inside) {
                continue;
            }
            double from = Math.rint(place.applyAsDouble(Math.max(0, mark.from()))) + 0.5;
            double to = Math.rint(place.applyAsDouble(Math.min(1, mark.to()))) + 0.5;
            for (Node node : mark.lines()) {
                if (node instanceof Line line) {
                    line.setVisible(mark.from() >= 0);
                    line.setStartX(from);
                    line.setEndX(from);
                    line.setStartY(frame.top());
                    line.setEndY(frame.bottom());
                } else {
                    node.resizeRelocate(from, frame.top(), to - from, frame.bottom() - frame.top());
                }
            }
            flag(mark, from, free, frame);
        }
    }

    /**
     * Puts a flag into the lowest row in which it covers no other one; where there is none, it
     * shows a sign alone, in the highest.
     *
     * @param free where each row is free from
     */
    private static void flag(Mark mark, double x, double[] free, TimeMark.Frame frame) {
        Button flag = mark.flag();
        flag.setText(brief(mark.note().text()));
        int row = 0;
        while (row < ROWS && left(flag, x, frame) < free[row]) {
            row++;
        }
        if (row == ROWS) {
            row--;
            flag.setText("…");
        }
        double own = Math.ceil(flag.prefWidth(-1));
        double left = left(flag, x, frame);
        flag.resizeRelocate(left, frame.bottom() - FLAG - row * ROW, own, FLAG);
        free[row] = left + own + APART;
    }

    /** At its line, and left of it where it would reach beyond the picture. */
    private static double left(Button flag, double x, TimeMark.Frame frame) {
        return Math.max(0, Math.min(x, frame.width() - Math.ceil(flag.prefWidth(-1))));
    }
}
