package org.plantdeck.app.records;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.plantdeck.app.trends.TimeWindow;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What wheel, mouse and keys do to the plots: the wheel zooms around the pointer, dragging and the
 * arrow keys move, plus and minus zoom, Home and End go to the ends, a double click follows the
 * plant, Shift with an arrow key moves the pointer and Escape takes it away. Threads: the screen's.
 */
final class TrendGestures {

    private static final double WHEEL_NOTCH = 40;
    private static final double LEAST_DRAG = 3;

    private final TrendStack stack;
    private final TrendViewModel view;
    private final Runnable changed;
    private OptionalDouble pointer = OptionalDouble.empty();
    private Optional<Drag> drag = Optional.empty();

    private record Drag(double x, TimeWindow window, boolean moving) {}

    /**
     * @param changed called when something else is to be shown
     */
    TrendGestures(TrendStack stack, TrendViewModel view, Runnable changed) {
        this.stack = stack;
        this.view = view;
        this.changed = changed;
        stack.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        stack.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        stack.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        stack.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> drag = Optional.empty());
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

    private void pressed(MouseEvent event) {
        stack.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            drag = Optional.of(new Drag(event.getX(), view.window(), false));
        }
    }

    private void dragged(MouseEvent event) {
        drag.ifPresent(it -> {
            double distance = event.getX() - it.x();
            if (it.moving() || Math.abs(distance) >= LEAST_DRAG) {
                drag = Optional.of(new Drag(it.x(), it.window(), true));
                view.pan(it.window(), -stack.shareOf(distance));
            }
            point(stack.share(event.getX()));
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
            default -> {
                return false;
            }
        }
        return true;
    }
}
