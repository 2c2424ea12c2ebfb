package org.plantdeck.app.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.Optional;

/**
 * A flat panel: title at the top left, context at the top right, content below. Threads: the
 * screen's.
 */
public final class Panel extends BorderPane implements Gradual {

    private final Label context = new Label();
    private final StackPane holder = new StackPane();
    private Optional<Node> shown = Optional.empty();
    private Optional<Unfolding> unfolding = Optional.empty();
    private boolean folded;

    /** A panel with a title. */
    public Panel(String title) {
        getStyleClass().add("panel");
        Label heading = new Label(title);
        heading.getStyleClass().add("panel-title");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        context.getStyleClass().add("panel-context");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(heading, gap, context);
        head.getStyleClass().add("panel-head");
        setTop(head);
        setCenter(holder);
        setMinSize(0, 0);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setAccessibleText(title);
    }

    /** A panel with its content. */
    public Panel(String title, Node content) {
        this(title);
        content(content);
    }

    /** Says the context. */
    public void context(String text) {
        if (!text.equals(context.getText())) {
            context.setText(text);
        }
    }

    /** Shows content; where somebody sees it and it is large, over several pulses. */
    public void content(Node content) {
        shown = Optional.of(content);
        if (folded) {
            return;
        }
        unfolding.ifPresent(Unfolding::finish);
        unfolding = Optional.empty();
        if (Unfolding.isSeen(this) && !Unfolding.isSmall(content)) {
            folded = true;
            Unfolding mine = Unfolding.ofPanel(this);
            unfolding = Optional.of(mine);
            mine.start();
        } else {
            holder.getChildren().setAll(content);
        }
    }

    /** What it shows, or will when it is unfolded. */
    public Optional<Node> shown() {
        return shown;
    }

    @Override
    public boolean isWhole() {
        return !folded && unfolding.stream().allMatch(Unfolding::isOver);
    }

    /** Keeps what it shows to itself until it is unfolded, and whatever it is given meanwhile. */
    public void fold() {
        folded = true;
        holder.getChildren().clear();
    }

    /** Shows what it holds. */
    public void unfold() {
        folded = false;
        shown.ifPresent(it -> holder.getChildren().setAll(it));
    }

    /** Shows a sentence in the place of the content: what would be here and how to get it. */
    public void instead(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().add("panel-instead");
        label.setWrapText(true);
        content(label);
    }

    /** Shows the shapes of what is being loaded. */
    public void loading() {
        Region shape = new Region();
        shape.getStyleClass().add("skeleton");
        content(shape);
    }
}
