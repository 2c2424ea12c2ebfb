package org.plantdeck.app.records;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.app.trends.TimeWindow;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What wheel, mouse and keys do to the plots: the wheel zooms around the pointer, dragging and the
 * arrow keys move, dragging with Shift zooms into what is dragged over, a cursor is moved by its
 * line, plus and minus zoom, Home and End go to the ends, a double click follows the plant, Shift
 * with an arrow key moves the pointer and Escape takes it away; A and B set the cursors at the
 * pointer, Z zooms into what lies between them, Delete takes them away. Threads: the screen's.
 */
final class TrendGestures {

    private static final double WHEEL_NOTCH = 40;
    private static final double LEAST_DRAG = 3;

    /** So near to its line, in pixels, a cursor is taken hold of. */
    private static final double REACH = 5;

    private final TrendStack stack;
    private final TrendViewModel view;
    private final TrendCursors cursors;
    private final Runnable changed;
    private OptionalDouble pointer = OptionalDouble.empty();
    private Optional<Drag> drag = Optional.empty();

    /**
     * Something that is dragged.
     *
     * @param x where it began
     * @param window what was shown then
     * @param cursor the cursor it moves
     * @param choosing whether it chooses a stretch
     * @param moving whether it has moved far enough to be one
     */
    private record Drag(
            double x,
            TimeWindow window,
            Optional<Cursor> cursor,
            boolean choosing,
            boolean moving) {

        Drag onItsWay() {
            return new Drag(x, window, cursor, choosing, true);
        }
    }

    /**
     * @param changed called when something else is to be shown
     */
    TrendGestures(TrendStack stack, TrendViewModel view, TrendCursors cursors, Runnable changed) {
        this.stack = stack;
        this.view = view;
        this.cursors = cursors;
        this.changed = changed;
        stack.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        stack.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        stack.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        stack.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        stack.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        stack.addEventHandler(MouseEvent.MOUSE_MOVED, it -> point(stack.share(it.getX())));
        stack.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> unpoint());
        stack.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Where the pointer is, as a share of the way from left to right; empty for nowhere. */
    OptionalDouble pointer() {
        return pointer;
    }

    private void point(double share) {
        pointer = OptionalDouble.of(Math.clamp(share, 0, 1));
        changed.run();
    }

    private void unpoint() {
        pointer = OptionalDouble.empty();
        changed.run();
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            view.zoomAround(stack.share(event.getX()), event.getDeltaY() / WHEEL_NOTCH);
            changed.run();
        }
        event.consume();
    }

    /** What scrolls the plots would take the keys to itself, were it told of the press. */
    private void pressed(MouseEvent event) {
        stack.requestFocus();
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY) {
            double x = event.getX();
            drag = Optional.of(new Drag(x, view.window(), cursorAt(x), event.isShiftDown(), false));
        }
    }

    private Optional<Cursor> cursorAt(double x) {
        double reach = stack.shareOf(REACH);
        return Arrays.stream(Cursor.values())
                .filter(it ->
                        cursors.at(it)
                                .map(at -> view.grid().window().share(at) - stack.share(x))
                                .filter(away -> Math.abs(away) <= reach)
                                .isPresent())
                .findFirst();
    }

    private void dragged(MouseEvent event) {
        drag.ifPresent(it -> {
            double distance = event.getX() - it.x();
            if (it.moving() || Math.abs(distance) >= LEAST_DRAG) {
                drag = Optional.of(it.onItsWay());
                double share = stack.share(event.getX());
                if (it.choosing()) {
                    stack.choose(stack.share(it.x()), share);
                } else if (it.cursor().isPresent()) {
                    cursors.set(it.cursor().get(), view.grid().window().at(share));
                } else {
                    view.pan(it.window(), -stack.shareOf(distance));
                }
            }
            point(stack.share(event.getX()));
        });
    }

    private void released(MouseEvent event) {
        Optional<Drag> chosen = drag.filter(it -> it.choosing() && it.moving());
        drag = Optional.empty();
        stack.unchoose();
        chosen.ifPresent(it -> {
            TimeWindow shown = it.window();
            view.stretch(shown.at(stack.share(it.x())), shown.at(stack.share(event.getX())));
            changed.run();
        });
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            view.follow();
            changed.run();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || !act(event)) {
            return;
        }
        event.consume();
        changed.run();
    }

    private boolean act(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isShiftDown() && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            double step = stack.shareOf(code == KeyCode.LEFT ? -1 : 1);
            pointer = OptionalDouble.of(Math.clamp(pointer.orElse(0.5) + step, 0, 1));
            return true;
        }
        switch (code) {
            case PLUS, EQUALS, ADD -> view.zoom(1);
            case MINUS, SUBTRACT -> view.zoom(-1);
            case LEFT -> view.step(-1);
            case RIGHT -> view.step(1);
            case HOME -> view.home();
            case END -> view.follow();
            case ESCAPE -> pointer = OptionalDouble.empty();
            case A -> set(Cursor.A);
            case B -> set(Cursor.B);
            case Z -> cursors.between().ifPresent(it -> view.stretch(it.from(), it.to()));
            case DELETE, BACK_SPACE -> cursors.clear();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void set(Cursor cursor) {
        cursors.set(cursor, view.grid().window().at(pointer.orElse(0.5)));
    }
}
