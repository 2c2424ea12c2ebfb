package org.plantdeck.app.controls;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a new screen appear bit by bit, some nodes a pulse: styling and laying out all of them at
 * once would hold the screen's thread, and whatever else is open with it. Each bit is styled when
 * it is shown, and no further one follows in a pulse whose time is used up. Threads: the screen's.
 */
public final class Unfolding extends AnimationTimer {

    /** A part of no more nodes is not taken apart. */
    private static final int BIT = 8;

    /** About how many nodes a control gets: a table or list, a box with a choice, any other. */
    private static final int A_TABLE = 96;

    private static final int A_BOX = 24;
    private static final int A_CONTROL = 3;

    private static final int LEAST_A_PULSE = 12;
    private static final int FIRST_A_PULSE = 16;
    private static final int MOST_A_PULSE = 96;

    private static final Set<Class<?>> PLAIN =
            Set.of(HBox.class, VBox.class, GridPane.class, FlowPane.class);

    private final Deque<Bit> folded = new ArrayDeque<>();
    private final PulseShare share = new PulseShare(LEAST_A_PULSE, FIRST_A_PULSE, MOST_A_PULSE);
    private final PulseTime time;
    private boolean framed;

    /** Something that is shown later. */
    private interface Bit {

        /** Shows it, or its frame. */
        Shown show();
    }

    /**
     * What has become of a bit.
     *
     * @param node what is shown now
     * @param nodes about how many these are
     * @param rest what of it is still to come
     */
    private record Shown(Optional<Node> node, int nodes, List<Bit> rest) {

        static final Shown NOTHING = new Shown(Optional.empty(), 0, List.of());

        /** A node that is about to be shown, without what is folded of it. */
        static Shown of(Node node) {
            List<Bit> rest = fold(node);
            return new Shown(Optional.of(node), count(node), rest);
        }
    }

    private Unfolding(List<Bit> bits, PulseTime time) {
        folded.addAll(bits);
        this.time = time;
    }

    /** Folds what a screen holds; {@link #start} begins to unfold it. */
    public static Unfolding of(Node screen) {
        return of(screen, PulseTime.SCREEN);
    }

    static Unfolding of(Node screen, PulseTime time) {
        return new Unfolding(fold(screen), time);
    }

    /** What a folded panel holds; {@link #start} begins to unfold it. */
    static Unfolding ofPanel(Panel panel) {
        return new Unfolding(List.of(new OfPanel(panel)), PulseTime.SCREEN);
    }

    /** Whether somebody may see a node, so that it matters how long it takes to show it. */
    public static boolean isSeen(Node node) {
        Scene scene = node.getScene();
        return scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
    }

    /** Whether a node is so small that it is shown at once. */
    static boolean isSmall(Node node) {
        return count(node) <= BIT;
    }

    /** Whether all that is visible below a node shows what it has. */
    public static boolean isOver(Node node) {
        if (!node.isVisible()) {
            return true;
        }
        if (node instanceof Gradual gradual && !gradual.isWhole()) {
            return false;
        }
        if (node instanceof Control control
                && control.getSkin() instanceof Gradual skin
                && !skin.isWhole()) {
            return false;
        }
        return !(node instanceof Parent parent)
                || parent.getChildrenUnmodifiable().stream().allMatch(Unfolding::isOver);
    }

    /** Takes a node apart where it is large, and hands over what is to come. */
    private static List<Bit> fold(Node node) {
        if (node instanceof Panel panel) {
            panel.fold();
            return List.of(new OfPanel(panel));
        }
        if (isSmall(node)) {
            return List.of();
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            return fold(scroll.getContent());
        }
        List<Bit> bits = new ArrayList<>();
        if (node instanceof Pane pane && mayBeTakenApart(pane)) {
            Node first = pane.getChildren().getFirst();
            Withheld withheld = new Withheld(pane);
            bits.addAll(fold(first));
            bits.add(new OfPane(withheld));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(it -> bits.addAll(fold(it)));
        }
        return bits;
    }

    private static boolean mayBeTakenApart(Pane pane) {
        return pane.getChildren().size() > 1
                && !holdsPanels(pane)
                && (pane instanceof Piecemeal || PLAIN.contains(pane.getClass()));
    }

    /** The frames of panels are there from the beginning: what is around them stays in place. */
    private static boolean holdsPanels(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .anyMatch(it ->
                        it instanceof Panel || (it instanceof Parent inner && holdsPanels(inner)));
    }

    private static int count(Node node) {
        int count = node instanceof Control control ? toCome(control) : 1;
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            count += count(scroll.getContent());
        } else if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                count += count(child);
            }
        }
        return count;
    }

    /** A control has its nodes only when it is styled. */
    private static int toCome(Control control) {
        if (control.getSkin() != null) {
            return 1;
        }
        return switch (control) {
            case ListView<?> _, TableView<?> _ -> A_TABLE;
            case ComboBoxBase<?> _ -> A_BOX;
            default -> A_CONTROL;
        };
    }

    private record OfPanel(Panel panel) implements Bit {

        @Override
        public Shown show() {
            Shown shown = panel.shown().map(Shown::of).orElse(Shown.NOTHING);
            panel.unfold();
            return shown;
        }
    }

    /** The next child of a pane, and after it those that follow. */
    private record OfPane(Withheld withheld) implements Bit {

        @Override
        public Shown show() {
            Node next = withheld.peek();
            if (next == null) {
                return Shown.NOTHING;
            }
            Shown shown = Shown.of(next);
            withheld.giveBack();
            List<Bit> rest = new ArrayList<>(shown.rest());
            rest.add(this);
            return new Shown(shown.node(), shown.nodes(), rest);
        }
    }

    @Override
    public void handle(long now) {
        if (!framed) {
            framed = true; // the frame of the screen comes alone
            return;
        }
        time.begin(now);
        double room = share.of(now);
        while (room > 0 && !folded.isEmpty() && time.take()) {
            Shown shown = folded.removeFirst().show();
            shown.node().ifPresent(Node::applyCss);
            room -= shown.nodes();
            shown.rest().reversed().forEach(folded::addFirst);
        }
        if (folded.isEmpty()) {
            stop();
        }
    }

    /** Shows what is left at once. */
    void finish() {
        while (!folded.isEmpty()) {
            Shown shown = folded.removeFirst().show();
            shown.rest().reversed().forEach(folded::addFirst);
        }
        stop();
    }

    /** Whether everything is there. */
    public boolean isOver() {
        return folded.isEmpty();
    }
}
