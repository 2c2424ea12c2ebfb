package org.plantdeck.app.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;

import org.plantdeck.signal.Priority;

import java.util.EnumMap;
import java.util.Map;

/**
 * The symbol of a priority: shape and digit say it as well as the colour. Hollow where nothing of
 * it is active. Threads: the screen's.
 */
public final class AlarmSymbol extends StackPane {

    private static final Map<Priority, PseudoClass> CLASSES = new EnumMap<>(Priority.class);

    static {
        for (Priority priority : Priority.values()) {
            CLASSES.put(priority, PseudoClass.getPseudoClass("p" + priority.digit()));
        }
    }

    private static final PseudoClass HOLLOW = PseudoClass.getPseudoClass("hollow");

    private final Polygon shape = new Polygon();
    private final Label digit = new Label();
    private final double size;

    /**
     * @param size width and height, pixels
     */
    public AlarmSymbol(Priority priority, double size) {
        this.size = size;
        getStyleClass().add("alarm-symbol");
        shape.getStyleClass().add("alarm-shape");
        digit.getStyleClass().add("alarm-digit");
        digit.setMinSize(size, size);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        getChildren().addAll(shape, digit);
        show(priority);
    }

    /** Shows another priority. */
    public void show(Priority priority) {
        digit.setText(Integer.toString(priority.digit()));
        shape.getPoints().setAll(points(priority));
        for (Priority each : Priority.values()) {
            PseudoClass its = CLASSES.getOrDefault(each, HOLLOW);
            shape.pseudoClassStateChanged(its, each == priority);
            digit.pseudoClassStateChanged(its, each == priority);
        }
        digit.setTranslateY(
                switch (priority) {
                    case HIGH -> size * 0.1;
                    case MEDIUM -> -size * 0.14;
                    default -> 0;
                });
    }

    /** Draws only the outline, where nothing of the priority is active. */
    public void hollow(boolean hollow) {
        shape.pseudoClassStateChanged(HOLLOW, hollow);
        digit.pseudoClassStateChanged(HOLLOW, hollow);
    }

    private Double[] points(Priority priority) {
        double s = size;
        return switch (priority) {
            case CRITICAL ->
                    new Double[] {s * .1, s * .1, s * .9, s * .1, s * .9, s * .9, s * .1, s * .9};
            case HIGH -> new Double[] {s * .5, s * .04, s, s * .92, 0.0, s * .92};
            case MEDIUM -> new Double[] {0.0, s * .08, s, s * .08, s * .5, s * .96};
            case LOW -> new Double[] {s * .5, 0.0, s, s * .5, s * .5, s, 0.0, s * .5};
        };
    }
}
