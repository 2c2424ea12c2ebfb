package org.plantdeck.app.rules;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;

import org.plantdeck.app.fixture.Texts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is wrong with a scene that is laid out, in sentences. Threads: the screen's. */
public final class SceneRules {

    private static final double LEAST_TEXT = 12;
    private static final double LEAST_TARGET = 32;
    private static final double LEAST_COMMAND = 44;
    private static final double LEAST_CONTRAST = 4.5;
    private static final double HAIR = 0.01;

    private final Scene scene;
    private final Node root;
    private final List<ShownText> texts;

    /** Looks at a scene. */
    public SceneRules(Scene scene) {
        this.scene = scene;
        root = scene.getRoot();
        texts = ShownText.all(root);
    }

    /** Words that are not shown whole. */
    public List<String> cutOff() {
        return ShownText.cutOff(root);
    }

    /** Texts that lie on each other. */
    public List<String> overlapping() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                if (texts.get(i).overlaps(texts.get(j))) {
                    wrong.add(texts.get(i).words() + " lies on " + texts.get(j).words());
                }
            }
        }
        return wrong;
    }

    /** Texts that leave the scene or the panel they belong to. */
    public List<String> leaving() {
        Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
        List<String> wrong = new ArrayList<>();
        for (ShownText text : texts) {
            if (text.leaves(window)) {
                wrong.add(text.words() + " leaves the window");
            }
            text.panel()
                    .filter(it -> text.leaves(it.localToScene(it.getLayoutBounds())))
                    .ifPresent(_ -> wrong.add(text.words() + " leaves its panel"));
        }
        return wrong;
    }

    /** Texts that are too small to read. */
    public List<String> tooSmallToRead() {
        return texts.stream()
                .filter(it -> it.size() < LEAST_TEXT - HAIR)
                .map(ShownText::words)
                .toList();
    }

    /** Texts that hardly differ from what they stand on in a picture of the scene. */
    public List<String> tooFaintToRead(Picture picture) {
        List<String> wrong = new ArrayList<>();
        for (ShownText text : texts) {
            double contrast = text.contrast(picture).orElse(LEAST_CONTRAST);
            if (contrast < LEAST_CONTRAST && !text.isOff()) {
                wrong.add(String.format(Locale.ROOT, "%s has %.2f:1", text.words(), contrast));
            }
        }
        return wrong;
    }

    /** Controls that are too small to hit. */
    public List<String> tooSmallToHit() {
        List<String> wrong = new ArrayList<>();
        Texts.visible(
                root,
                it -> {
                    if (isTarget(it)) {
                        Bounds bounds = it.localToScene(it.getLayoutBounds());
                        double least = commands(it) ? LEAST_COMMAND : LEAST_TARGET;
                        if (bounds.getWidth() < least - HAIR || bounds.getHeight() < least - HAIR) {
                            wrong.add(
                                    String.format(
                                            Locale.ROOT,
                                            "%s is %.0f × %.0f px, must be %.0f",
                                            name(it),
                                            bounds.getWidth(),
                                            bounds.getHeight(),
                                            least));
                        }
                    }
                });
        return wrong;
    }

    private static boolean isTarget(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || isLine(node)
                || node.getOnMouseClicked() != null;
    }

    private static boolean isLine(Node node) {
        return node instanceof IndexedCell<?> cell
                && !cell.isEmpty()
                && (cell instanceof ListCell<?> || cell instanceof TableRow<?>);
    }

    private static boolean commands(Node node) {
        return node.getStyleClass().contains("command-button")
                || node.getStyleClass().contains("act-button");
    }

    /** What can be focused and says nothing to those who do not see it. */
    public List<String> nameless() {
        return focusable().stream()
                .filter(it -> spoken(it).isBlank())
                .map(SceneRules::name)
                .toList();
    }

    /** What is worked with the mouse alone. */
    public List<String> mouseOnly() {
        List<String> wrong = new ArrayList<>();
        Texts.visible(
                root,
                it -> {
                    boolean isAsked = it.getOnMouseClicked() != null && !(it instanceof Control);
                    if (isAsked && !it.isFocusTraversable()) {
                        wrong.add(name(it));
                    }
                });
        return wrong;
    }

    /** What can be focused and is not reached by pressing the tabulator. */
    public List<String> unreachable() {
        List<Node> wanted = focusable();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Set<Node> reached = new LinkedHashSet<>();
        wanted.getFirst().requestFocus();
        Node here = scene.getFocusOwner();
        while (here != null && reached.add(here)) {
            here.requestFocusTraversal(TraversalDirection.NEXT);
            here = scene.getFocusOwner();
        }
        return wanted.stream()
                .filter(it -> !reached.contains(it) && !isReachedByArrows(it, reached))
                .map(SceneRules::name)
                .toList();
    }

    /** From one of a group of alternatives the arrow keys lead to the others. */
    private static boolean isReachedByArrows(Node node, Set<Node> reached) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
    }

    /** Enabled and visible controls that take the focus, in the order of the scene graph. */
    private List<Node> focusable() {
        List<Node> nodes = new ArrayList<>();
        Texts.visible(
                root,
                it -> {
                    if (it.isFocusTraversable() && !it.isDisabled()) {
                        nodes.add(it);
                    }
                });
        return nodes;
    }

    private String spoken(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        List<String> labels = new ArrayList<>();
        Texts.visible(
                root,
                it -> {
                    if (it instanceof Label label && node.equals(label.getLabelFor())) {
                        labels.add(label.getText());
                    }
                });
        return String.join(" ", labels);
    }

    private static String name(Node node) {
        String words =
                node instanceof Labeled labeled && labeled.getText() != null
                        ? " \"" + labeled.getText() + "\""
                        : "";
        return node.getClass().getSimpleName() + " " + node.getStyleClass() + words;
    }
}
