package org.plantdeck.app.rules;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

import org.plantdeck.app.fixture.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A text as it is seen.
 *
 * @param node the text
 * @param ink where its ink lies in the scene, as far as nothing clips it
 */
record ShownText(Text node, Bounds ink) {

    private static final double TOUCH = 1;
    private static final double AROUND = 2;

    /** Every text of which something is seen. */
    static List<ShownText> all(Node root) {
        return Texts.nodes(root).stream()
                .map(it -> new ShownText(it, clipped(it, ink(it))))
                .filter(it -> !it.ink.isEmpty())
                .toList();
    }

    private static Bounds ink(Text text) {
        Text same = new Text(text.getText());
        same.setFont(text.getFont());
        same.setX(text.getX());
        same.setY(text.getY());
        same.setTextOrigin(text.getTextOrigin());
        same.setTextAlignment(text.getTextAlignment());
        same.setLineSpacing(text.getLineSpacing());
        same.setWrappingWidth(text.getWrappingWidth());
        same.setBoundsType(TextBoundsType.VISUAL);
        return text.localToScene(same.getLayoutBounds());
    }

    private static Bounds clipped(Node node, Bounds inScene) {
        Bounds left = inScene;
        for (Node above = node; above != null; above = above.getParent()) {
            Node clip = above.getClip();
            if (clip != null) {
                left = common(left, above.localToScene(clip.getBoundsInParent()));
            }
        }
        return left;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        double width = Math.min(one.getMaxX(), other.getMaxX()) - x;
        double height = Math.min(one.getMaxY(), other.getMaxY()) - y;
        return new BoundingBox(x, y, width, height);
    }

    /** Whether the ink of both is more than a touch. */
    boolean overlaps(ShownText other) {
        Bounds both = common(ink, other.ink);
        return both.getWidth() > TOUCH && both.getHeight() > TOUCH;
    }

    /** Whether its ink leaves an area of the scene. */
    boolean leaves(Bounds area) {
        return ink.getMinX() < area.getMinX() - TOUCH
                || ink.getMinY() < area.getMinY() - TOUCH
                || ink.getMaxX() > area.getMaxX() + TOUCH
                || ink.getMaxY() > area.getMaxY() + TOUCH;
    }

    /** The panel it stands in. */
    Optional<Node> panel() {
        for (Node above = node; above != null; above = above.getParent()) {
            if (above.getStyleClass().contains("panel")) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /** Its size on the screen, pixels. */
    double size() {
        return node.getFont().getSize() * node.getLocalToSceneTransform().getMyy();
    }

    /** It and where it is, for somebody who has to mend it. */
    String words() {
        String owner =
                node.getParent() == null ? "" : String.join(" ", node.getParent().getStyleClass());
        return String.format(
                Locale.ROOT,
                "\"%s\" (%s, %.0f px, at %.0f %.0f to %.0f %.0f)",
                node.getText(),
                owner,
                size(),
                ink.getMinX(),
                ink.getMinY(),
                ink.getMaxX(),
                ink.getMaxY());
    }

    /** Contrast to what it stands on; none where no more than a line of it is seen. */
    OptionalDouble contrast(Picture picture) {
        Bounds around =
                new BoundingBox(
                        ink.getMinX() - AROUND,
                        ink.getMinY() - AROUND,
                        ink.getWidth() + 2 * AROUND,
                        ink.getHeight() + 2 * AROUND);
        Optional<Colour> ground = picture.ground(around);
        if (ground.isEmpty() || !(node.getFill() instanceof Color fill)) {
            return OptionalDouble.empty();
        }
        Colour seen = Colour.of(fill).over(ground.get(), fill.getOpacity() * opacity());
        return OptionalDouble.of(seen.contrast(ground.get()));
    }

    /** Whether it belongs to something that cannot be used now. */
    boolean isOff() {
        return node.isDisabled();
    }

    private double opacity() {
        double opacity = 1;
        for (Node above = node; above != null; above = above.getParent()) {
            opacity *= above.getOpacity();
        }
        return opacity;
    }

    /** Labels, buttons and cells whose words are not shown whole. */
    static List<String> cutOff(Node root) {
        List<String> cut = new ArrayList<>();
        Texts.visible(
                root,
                it -> {
                    if (it instanceof Labeled labeled && hasWords(labeled)) {
                        String shown = shown(labeled);
                        if (!shown.equals(labeled.getText())) {
                            cut.add(
                                    String.format(
                                            Locale.ROOT,
                                            "\"%s\" is shown as \"%s\" (%s, %.0f × %.0f px, wants"
                                                    + " %.0f × %.0f px)",
                                            labeled.getText(),
                                            shown,
                                            String.join(" ", labeled.getStyleClass()),
                                            labeled.getWidth(),
                                            labeled.getHeight(),
                                            labeled.prefWidth(-1),
                                            labeled.prefHeight(labeled.getWidth())));
                        }
                    }
                });
        return cut;
    }

    private static boolean hasWords(Labeled labeled) {
        return labeled.getText() != null
                && !labeled.getText().isBlank()
                && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
    }

    /** The words of its own text, which is not its picture; a menu button has them in a label. */
    private static String shown(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(it -> !it.equals(labeled.getGraphic()))
                .flatMap(it -> it instanceof Labeled inner ? text(inner) : text(it))
                .findFirst()
                .orElse("");
    }

    private static Stream<String> text(Node node) {
        return node instanceof Text text ? Stream.of(text.getText()) : Stream.of();
    }

    private static Stream<String> text(Labeled inner) {
        return Stream.of(shown(inner));
    }
}
