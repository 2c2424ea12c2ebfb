package org.plantdeck.app.rules;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import org.plantdeck.app.fixture.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a scene has painted for nothing, in sentences: the toolkit mixes a wholly transparent colour
 * with every pixel below it, and paints what is kept as a picture twice when it changes. Threads:
 * the screen's.
 */
public final class PaintRules {

    /** Square pixels: what is smaller costs next to nothing. */
    private static final double LARGE = 2_000;

    private final Node root;

    /** Looks at a scene. */
    public PaintRules(Scene scene) {
        root = scene.getRoot();
    }

    /** What is painted for nothing. */
    public List<String> wasted() {
        List<String> wrong = new ArrayList<>();
        Texts.visible(
                root,
                it -> {
                    if (it.isCache()) {
                        wrong.add(name(it) + " is kept as a picture");
                    }
                    if (it instanceof Region region && isPaintedForNothing(region)) {
                        wrong.add(name(it) + " is filled with nothing");
                    }
                });
        return wrong;
    }

    private static boolean isPaintedForNothing(Region region) {
        Background background = region.getBackground();
        return background != null
                && region.getWidth() * region.getHeight() > LARGE
                && background.getFills().stream()
                        .anyMatch(it -> it.getFill() instanceof Color colour && isNothing(colour));
    }

    private static boolean isNothing(Color colour) {
        return colour.getOpacity() == 0;
    }

    private static String name(Node node) {
        return String.format(
                Locale.ROOT,
                "%s %s, %.0f × %.0f px,",
                node.getClass().getSimpleName(),
                node.getStyleClass(),
                node.getLayoutBounds().getWidth(),
                node.getLayoutBounds().getHeight());
    }
}
