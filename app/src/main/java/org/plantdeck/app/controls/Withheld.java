package org.plantdeck.app.controls;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * The children of a pane that are not shown yet, all but the first one; they come back in their
 * order. Where the pane is given others meanwhile, those hold and these do not come back. Threads:
 * the screen's.
 */
final class Withheld {

    private final Pane pane;
    private final Queue<Node> nodes;
    private final Node first;
    private final ListChangeListener<Node> replaced = this::look;
    private Node last;

    /** Takes them away from a pane that has several. */
    Withheld(Pane pane) {
        this.pane = pane;
        ObservableList<Node> children = pane.getChildren();
        first = children.getFirst();
        last = first;
        List<Node> others = List.copyOf(children.subList(1, children.size()));
        nodes = new ArrayDeque<>(others);
        children.removeAll(others);
        children.addListener(replaced);
    }

    private void look(ListChangeListener.Change<? extends Node> change) {
        if (!change.getList().contains(first)) {
            nodes.clear();
        }
    }

    /** The next one; null where none is left. */
    @org.jspecify.annotations.Nullable
    Node peek() {
        return nodes.peek();
    }

    /** Gives the next one back. */
    void giveBack() {
        Node node = nodes.remove();
        if (node.getParent() == null) {
            ObservableList<Node> children = pane.getChildren();
            children.add(children.indexOf(last) + 1, node);
            last = node;
        }
        if (nodes.isEmpty()) {
            pane.getChildren().removeListener(replaced);
        }
    }
}
